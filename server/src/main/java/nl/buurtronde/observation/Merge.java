package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One observation while a change is applied to it (SYNC, invariant 6). The outcome depends only on
 * which change had seen which, so that phones may come in in any order.
 */
final class Merge {
  private final Observation before;
  private final UUID home;
  private final Map<Field, Heads> fields = new EnumMap<>(Field.class);
  private final Map<UUID, Long> lastEdits = new HashMap<>();
  private final List<Withdrawal> withdrawals = new ArrayList<>();
  private Progress desk;
  private boolean sensitiveReply;

  Merge(Observation before) {
    this.before = before;
    JsonNode node = before.merge();
    if (node == null) {
      this.home = before.district();
      this.desk = before.progress();
      return;
    }
    this.home = UUID.fromString(node.get("home").textValue());
    Progress now = before.progress();
    this.desk =
        new Progress(
            State.of(node.get("state").textValue()),
            Awaits.of(node.get("awaits").textValue()),
            now.outcome(),
            null);
    this.sensitiveReply = node.get("sensitiveReply").booleanValue();
    node.get("fields")
        .properties()
        .forEach(e -> fields.put(Field.valueOf(e.getKey()), Heads.read(e.getValue())));
    node.get("edits")
        .properties()
        .forEach(e -> lastEdits.put(UUID.fromString(e.getKey()), e.getValue().longValue()));
    node.get("withdrawals").forEach(w -> withdrawals.add(Withdrawal.read(w)));
  }

  /** Sets a field; true when another change of it, made without knowing of this one, stands too. */
  boolean change(Field field, JsonNode value, Stamp stamp, Long base) {
    return fields
        .computeIfAbsent(field, f -> Heads.of(new Head(original(f), before.origin().stamp())))
        .add(new Head(value, stamp), base);
  }

  /** Notes that something was changed; true when that brings it back from being withdrawn. */
  boolean edit(Stamp stamp, Long base) {
    if (stamp.device() != null) {
      lastEdits.merge(stamp.device(), stamp.revision(), Math::max);
    }
    boolean wasWithdrawn = isWithdrawn();
    withdrawals.replaceAll(w -> w.stamp().seenBy(stamp, base) ? w : w.contest());
    return wasWithdrawn && !isWithdrawn();
  }

  /** Takes it back, unless somebody changed it meanwhile; true when that is so. */
  boolean withdraw(Stamp stamp, Long base) {
    boolean contested =
        lastEdits.entrySet().stream()
            .anyMatch(
                edit ->
                    !edit.getKey().equals(stamp.device())
                        && (base == null || edit.getValue() > base));
    withdrawals.add(new Withdrawal(stamp, contested));
    return contested;
  }

  void reply(boolean sensitive) {
    desk = desk.replied();
    sensitiveReply |= sensitive;
  }

  /** Somebody of the office looked at it: what asked for that is settled. */
  void handle(Progress next) {
    desk = next;
    withdrawals.removeIf(Withdrawal::contested);
  }

  Progress desk() {
    return desk;
  }

  boolean isWithdrawn() {
    return withdrawals.stream().anyMatch(w -> !w.contested());
  }

  Progress progress() {
    if (isWithdrawn()) {
      return new Progress(State.WITHDRAWN, Awaits.NOBODY, desk.outcome(), null);
    }
    if (withdrawals.isEmpty()) {
      return desk;
    }
    return new Progress(
        desk.state(), Awaits.OFFICE, desk.outcome(), Progress.WITHDRAWN_AND_CHANGED);
  }

  Content content() {
    return Content.of(this::value);
  }

  UUID district() {
    Heads place = fields.get(Field.PLACE);
    JsonNode district = place == null ? null : place.latest().value().get("district");
    return district == null || district.isNull() ? home : UUID.fromString(district.textValue());
  }

  /** The texts that stand beside the one shown, until somebody makes one of them. */
  List<Head> otherTexts() {
    Heads texts = fields.get(Field.TEXT);
    if (texts == null) {
      return List.of();
    }
    Set<JsonNode> seen = new LinkedHashSet<>(List.of(texts.latest().value()));
    return texts.all().stream()
        .filter(head -> !head.value().textValue().isBlank() && seen.add(head.value()))
        .toList();
  }

  /** The observation as it now is. */
  Observation apply(Instant changedAt, long revision) {
    Content content = content();
    boolean sensitive =
        sensitiveReply
            || content.words().stream().anyMatch(Sensitivity::isIn)
            || otherTexts().stream().anyMatch(h -> Sensitivity.isIn(h.value().textValue()));
    return new Observation(
        before.id(),
        district(),
        content,
        progress(),
        sensitive,
        write(),
        before.origin(),
        changedAt,
        revision);
  }

  private JsonNode value(Field field) {
    Heads heads = fields.get(field);
    if (heads == null) {
      return before.content().get(field);
    }
    return switch (field) {
      case PLACE -> heads.latest().value().get("place");
      case PHOTOS -> union(heads.all());
      default -> heads.latest().value();
    };
  }

  private JsonNode original(Field field) {
    JsonNode value = before.content().get(field);
    return field == Field.PLACE ? located(value, home) : value;
  }

  /** A place goes together with the district it was judged to be in. */
  static JsonNode located(JsonNode place, UUID district) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("district", district == null ? null : district.toString());
    return node.set("place", place);
  }

  private static JsonNode union(List<Head> heads) {
    Set<String> all = new LinkedHashSet<>();
    heads.forEach(head -> all.addAll(Content.texts(head.value())));
    return Content.array(List.copyOf(all));
  }

  private JsonNode write() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("home", home.toString());
    node.put("state", desk.state().wire()).put("awaits", desk.awaits().wire());
    node.put("sensitiveReply", sensitiveReply);
    ObjectNode heads = node.putObject("fields");
    fields.forEach((field, each) -> heads.set(field.name(), each.write()));
    ObjectNode edits = node.putObject("edits");
    lastEdits.forEach((device, revision) -> edits.put(device.toString(), revision.longValue()));
    ArrayNode taken = node.putArray("withdrawals");
    withdrawals.forEach(withdrawal -> taken.add(withdrawal.write()));
    return node;
  }
}
