package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.sync.Mutation;
import nl.buurtronde.sync.Mutations;
import nl.buurtronde.sync.Revisions;
import nl.buurtronde.sync.Verdict;
import org.jdbi.v3.core.Handle;

/** What phones ask: record, amend, withdraw, reply. */
final class ObservationMutations implements Mutations {
  private static final String RECORD = "observation.record";
  private static final String AMEND = "observation.amend";
  private static final String WITHDRAW = "observation.withdraw";
  private static final String REPLY = "observation.reply";

  private final Clock clock;
  private final Locator locator;

  ObservationMutations(Clock clock, Locator locator) {
    this.clock = clock;
    this.locator = locator;
  }

  @Override
  public Set<String> names() {
    return Set.of(RECORD, AMEND, WITHDRAW, REPLY);
  }

  @Override
  public Prepared prepare(Mutation m) {
    return switch (m.name()) {
      case RECORD -> record(m);
      case AMEND -> amend(m);
      case WITHDRAW -> withdraw(m);
      case REPLY -> reply(m);
      default -> throw new Refusal(Reason.INVALID, "mutation.name");
    };
  }

  private Prepared record(Mutation m) {
    Map<Field, JsonNode> fields = Args.ofRecord(m.args());
    Content content = Content.of(fields::get);
    boolean sensitive = content.words().stream().anyMatch(Sensitivity::isIn);
    return (author, admitted, handle) ->
        record(m, fields, content, sensitive, author, admitted, handle);
  }

  private Verdict record(
      Mutation m,
      Map<Field, JsonNode> fields,
      Content content,
      boolean sensitive,
      Actor author,
      boolean admitted,
      Handle handle) {
    Ledger ledger = new Ledger(handle);
    UUID district = locator.locate(fields.get(Field.PLACE), author, m.at(), admitted);
    long revision = Revisions.next(handle);
    Instant now = clock.instant();
    Observation fresh =
        new Observation(
            m.entity(),
            district,
            content,
            Progress.FRESH,
            sensitive,
            null,
            new Origin(stamp(m, author, revision), m.claimedAt(), now),
            now,
            revision);
    if (ledger.add(fresh)) {
      return Verdict.applied(revision);
    }
    // Saved a second time by its author, as by an older draft: then it is a change.
    Observation before = ledger.find(m.entity()).orElseThrow();
    if (!before.author().equals(author.id())) {
      throw new Refusal(Reason.CONFLICT, "observation.taken");
    }
    return change(before, fields, district, m, author, revision, ledger);
  }

  private Prepared amend(Mutation m) {
    Map<Field, JsonNode> fields = Args.ofAmend(m.args());
    return (author, admitted, handle) -> amend(m, fields, author, admitted, handle);
  }

  private Verdict amend(
      Mutation m, Map<Field, JsonNode> fields, Actor author, boolean admitted, Handle handle) {
    Ledger ledger = new Ledger(handle);
    Observation before = find(m, author, admitted, ledger);
    if (fields.isEmpty()) {
      return Verdict.applied(before.revision());
    }
    UUID district =
        fields.containsKey(Field.PLACE)
            ? locator.relocate(fields.get(Field.PLACE), author, m.at(), admitted)
            : null;
    return change(before, fields, district, m, author, Revisions.next(handle), ledger);
  }

  private Verdict change(
      Observation before,
      Map<Field, JsonNode> fields,
      UUID district,
      Mutation m,
      Actor author,
      long revision,
      Ledger ledger) {
    Merge merge = new Merge(before);
    Stamp stamp = stamp(m, author, revision);
    boolean merged = false;
    for (Map.Entry<Field, JsonNode> each : fields.entrySet()) {
      Field field = each.getKey();
      JsonNode value = each.getValue();
      JsonNode kept = field == Field.PLACE ? Merge.located(value, district) : value;
      merged |= merge.change(field, kept, stamp, m.base());
    }
    merged |= merge.edit(stamp, m.base());
    Observation after = ledger.save(before, merge, clock.instant(), revision, author.id());
    boolean restored =
        before.progress().state() == State.WITHDRAWN && after.progress().state() != State.WITHDRAWN;
    String kind = restored ? "restored" : merged ? "merged" : "amended";
    ledger.tell(after, kind, author.id(), m.claimedAt(), detail(before, fields, after));
    return merged ? Verdict.merged(revision) : Verdict.applied(revision);
  }

  private Prepared withdraw(Mutation m) {
    Args.ofWithdraw(m.args());
    return (author, admitted, handle) -> withdraw(m, author, admitted, handle);
  }

  private Verdict withdraw(Mutation m, Actor author, boolean admitted, Handle handle) {
    Ledger ledger = new Ledger(handle);
    Observation before = find(m, author, admitted, ledger);
    if (!admitted && !before.author().equals(author.id())) {
      throw new Refusal(Reason.FORBIDDEN, "observation.others");
    }
    long revision = Revisions.next(handle);
    Merge merge = new Merge(before);
    boolean contested = merge.withdraw(stamp(m, author, revision), m.base());
    Observation after = ledger.save(before, merge, clock.instant(), revision, author.id());
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    ledger.tell(after, "withdrawn", author.id(), m.claimedAt(), detail);
    return contested ? Verdict.merged(revision) : Verdict.applied(revision);
  }

  private Prepared reply(Mutation m) {
    String text = Args.ofReply(m.args());
    boolean sensitive = Sensitivity.isIn(text);
    return (author, admitted, handle) -> reply(m, text, sensitive, author, admitted, handle);
  }

  private Verdict reply(
      Mutation m, String text, boolean sensitive, Actor author, boolean admitted, Handle handle) {
    Ledger ledger = new Ledger(handle);
    Observation before = find(m, author, admitted, ledger);
    long revision = Revisions.next(handle);
    Message message = new Message(m.id(), before.id(), Message.REPLY, text, author.id(), m.at());
    if (!Conversation.OBSERVATION.addMessage(handle, message)) {
      throw new Refusal(Reason.CONFLICT, "observation.message.other");
    }
    Merge merge = new Merge(before);
    merge.reply(sensitive);
    Observation after = ledger.save(before, merge, clock.instant(), revision, author.id());
    JsonNode detail = JsonNodeFactory.instance.objectNode().put("message", m.id().toString());
    ledger.tell(after, "replied", author.id(), m.claimedAt(), detail);
    return Verdict.applied(revision);
  }

  // A pair shares the walk: who walked the district then may add to it. To others it is not there.
  private Observation find(Mutation m, Actor author, boolean admitted, Ledger ledger) {
    return ledger
        .find(m.entity())
        .filter(
            o ->
                admitted
                    || o.author().equals(author.id())
                    || author.role() == Role.VOLUNTEER
                        && locator.walked(author, o.district(), m.at()))
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "observation.unknown"));
  }

  private static Stamp stamp(Mutation m, Actor author, long revision) {
    return new Stamp(m.id(), author.id(), m.at(), m.device(), m.n(), revision);
  }

  private static JsonNode detail(
      Observation before, Map<Field, JsonNode> fields, Observation after) {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    fields.forEach(
        (field, offered) -> {
          ObjectNode change = detail.putObject(field.wire());
          change.set("from", before.content().get(field));
          change.set("to", offered);
          JsonNode stands = after.content().get(field);
          if (!stands.equals(offered)) {
            change.set("stands", stands);
          }
        });
    return detail;
  }
}
