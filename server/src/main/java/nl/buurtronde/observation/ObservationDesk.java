package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** One thing the office does with one observation. */
final class ObservationDesk extends Desk {
  private final Ledger ledger;
  private final Observation before;
  private final Merge merge;
  private Long revision;

  ObservationDesk(Handle handle, Observation before, Actor actor, Instant now) {
    super(handle, Conversation.OBSERVATION, before.id(), actor.id(), now);
    this.ledger = new Ledger(handle);
    this.before = before;
    this.merge = new Merge(before);
  }

  /** Makes one text of those that stand side by side. */
  void mergeText(String text) {
    boolean single = merge.otherTexts().isEmpty();
    if (single && before.content().text().equals(text)) {
      return;
    }
    if (single) {
      throw new Refusal(Reason.CONFLICT, "observation.text.single");
    }
    ObjectNode change = detail.putObject("text");
    change.put("from", before.content().text()).put("to", text);
    ArrayNode others = change.putArray("others");
    merge.otherTexts().forEach(head -> others.add(head.value()));
    Stamp stamp = new Stamp(Id.next(), by, now, null, 0, revision());
    merge.change(Field.TEXT, TextNode.valueOf(text), stamp, revision());
    save("merged-text");
  }

  @Override
  protected Progress progress() {
    return before.progress();
  }

  @Override
  protected Awaits awaits() {
    return merge.desk().awaits();
  }

  @Override
  protected Progress handled() {
    return merge.desk();
  }

  @Override
  protected Awaits sender() {
    return Awaits.VOLUNTEER;
  }

  @Override
  protected void handle(Progress next) {
    merge.handle(next);
  }

  @Override
  protected void save(String event) {
    Observation after = ledger.save(before, merge, now, revision(), by);
    new CarriedPhotoDao(handle).check(before.id(), now);
    ledger.tell(after, event, by, null, detail);
  }

  private long revision() {
    if (revision == null) {
      revision = Revisions.next(handle);
    }
    return revision;
  }
}
