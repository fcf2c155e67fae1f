package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import nl.buurtronde.database.Columns;

/**
 * Who said something, when, and as which change.
 *
 * @param id of the mutation, or of what was done at the desk
 * @param device null for the desk
 * @param n the mutation's number on that device; 0 for the desk
 * @param revision the server's number for it
 */
public record Stamp(UUID id, UUID by, Instant at, UUID device, long n, long revision) {
  /** The later moment stands; at the same moment the larger identifier, so that all agree. */
  static final Comparator<Stamp> ORDER =
      Comparator.comparing(Stamp::at).thenComparing(stamp -> stamp.id().toString());

  static Stamp read(JsonNode node) {
    return new Stamp(
        uuid(node, "id"),
        uuid(node, "by"),
        Instant.parse(node.get("at").textValue()),
        uuid(node, "device"),
        node.get("n").longValue(),
        node.get("revision").longValue());
  }

  ObjectNode write() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id.toString())
        .put("by", by.toString())
        .put("at", Columns.text(at))
        .put("device", device == null ? null : device.toString())
        .put("n", n)
        .put("revision", revision);
  }

  /** A later change knew of this one: its phone had pulled it, or had made it. */
  boolean seenBy(Stamp later, Long base) {
    return base != null && revision <= base
        || device != null && device.equals(later.device) && n < later.n;
  }

  private static UUID uuid(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value.isNull() ? null : UUID.fromString(value.textValue());
  }
}
