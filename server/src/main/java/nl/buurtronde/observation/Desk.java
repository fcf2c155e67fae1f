package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** One thing the office does with one observation, until it is saved. */
final class Desk {
  private final Handle handle;
  private final Ledger ledger;
  private final Observation before;
  private final Merge merge;
  private final Actor actor;
  private final Instant now;
  private final ObjectNode detail = JsonNodeFactory.instance.objectNode();
  private Long revision;

  Desk(Handle handle, Observation before, Actor actor, Instant now) {
    this.handle = handle;
    this.ledger = new Ledger(handle);
    this.before = before;
    this.merge = new Merge(before);
    this.actor = actor;
    this.now = now;
  }

  Observation before() {
    return before;
  }

  Merge merge() {
    return merge;
  }

  Awaits awaits() {
    return merge.desk().awaits();
  }

  /** False when exactly this was said already; refuses other words under the same identifier. */
  boolean say(String kind, UUID id, String text) {
    Message message = new Message(id, before.id(), kind, text, actor.id(), now);
    if (ledger.conversation().addMessage(message)) {
      detail.put("message", id.toString());
      return true;
    }
    if (!ledger.conversation().findMessage(id).orElseThrow().isSameAs(message)) {
      throw new Refusal(Reason.CONFLICT, "observation.message.other");
    }
    return false;
  }

  /** Whether the last message of this kind said just that. */
  boolean hasSaid(String kind, String text) {
    List<Message> messages =
        ledger.conversation().listMessages(List.of(before.id())).stream()
            .filter(message -> message.kind().equals(kind))
            .toList();
    return !messages.isEmpty() && messages.get(messages.size() - 1).text().equals(text);
  }

  String to(String event, State state, Awaits awaits) {
    merge.handle(merge.desk().to(state, awaits));
    return event;
  }

  String close(String outcome) {
    detail.put("outcome", outcome);
    merge.handle(new Progress(State.CLOSED, Awaits.NOBODY, outcome, null));
    return "closed";
  }

  String reopen() {
    detail.put("outcome", before.progress().outcome());
    merge.handle(new Progress(State.ACKNOWLEDGED, Awaits.OFFICE, null, null));
    return "reopened";
  }

  String mergeText(String text) {
    ObjectNode change = detail.putObject("text");
    change.put("from", before.content().text()).put("to", text);
    ArrayNode others = change.putArray("others");
    merge.otherTexts().forEach(head -> others.add(head.value()));
    Stamp stamp = new Stamp(Id.next(), actor.id(), now, null, 0, revision());
    merge.change(Field.TEXT, TextNode.valueOf(text), stamp, revision());
    return "merged-text";
  }

  void save(String event) {
    Observation after = ledger.save(before, merge, now, revision(), actor.id());
    ledger.tell(after, event, actor.id(), null, detail);
  }

  private long revision() {
    if (revision == null) {
      revision = Revisions.next(handle);
    }
    return revision;
  }
}
