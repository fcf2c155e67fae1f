package nl.buurtronde.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/**
 * One mutation as it came: its number and id are needed to answer for it at all; anything else that
 * is wrong with it sets it aside, so that it does not fail its batch.
 *
 * @param mutation null when it cannot be read
 */
record Incoming(long n, UUID id, String raw, String digest, Instant at, Mutation mutation) {
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
  private static final Set<String> FIELDS =
      Set.of("n", "id", "name", "entity", "base", "epoch", "at", "args");

  /**
   * @param offset what to add to the phone's times
   * @param now the server's time, which no corrected time may pass
   * @param epoch the server's life now, or null when the mutation was judged by it already
   */
  static Incoming read(JsonNode node, UUID device, Duration offset, Instant now, String epoch) {
    JsonNode n = node.path("n");
    if (!n.isIntegralNumber() || !n.canConvertToLong() || n.asLong() < 1) {
      throw new Refusal(Reason.INVALID, "push.envelope");
    }
    if (!node.path("id").isTextual()) {
      throw new Refusal(Reason.INVALID, "push.envelope");
    }
    UUID id = Id.parse(node.get("id").textValue());
    JsonNode known = withoutForeignBase(node, epoch);
    String raw = known.toString();
    Mutation mutation = mutation(known, n.asLong(), id, device, offset, now);
    Instant at = mutation == null ? now : mutation.at();
    return new Incoming(n.asLong(), id, raw, digest(node), at, mutation);
  }

  String name() {
    return mutation == null ? "" : mutation.name();
  }

  UUID entity() {
    return mutation == null ? null : mutation.entity();
  }

  /** A clock that tells of another era is taken to its nearest end: four digits are kept. */
  static Instant within(Instant at) {
    return at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at.isAfter(LATEST) ? LATEST : at;
  }

  // A revision of another life of the database says nothing about what the phone had seen in this
  // one. The digest keeps it: the same mutation sent again still is the same.
  private static JsonNode withoutForeignBase(JsonNode node, String epoch) {
    JsonNode given = node.path("epoch");
    if (epoch == null || !given.isTextual() || given.textValue().equals(epoch)) {
      return node;
    }
    return ((ObjectNode) node.deepCopy()).putNull("base");
  }

  private static Mutation mutation(
      JsonNode node, long n, UUID id, UUID device, Duration offset, Instant now) {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      if (!FIELDS.contains(names.next())) {
        return null;
      }
    }
    JsonNode base = node.path("base");
    boolean readable =
        node.path("name").isTextual()
            && node.path("entity").isTextual()
            && node.path("at").isTextual()
            && node.path("args").isObject()
            && (base.isMissingNode() || base.isNull() || base.canConvertToLong())
            && (node.path("epoch").isMissingNode() || node.path("epoch").isTextual());
    if (!readable) {
      return null;
    }
    try {
      Instant claimed = Instant.parse(node.get("at").textValue());
      Instant corrected = within(within(claimed).plus(offset));
      return new Mutation(
          n,
          id,
          node.get("name").textValue(),
          Id.parse(node.get("entity").textValue()),
          base.isIntegralNumber() ? base.longValue() : null,
          corrected.isAfter(now) ? now : corrected,
          within(claimed),
          device,
          node.get("args"));
    } catch (DateTimeParseException | ArithmeticException | Refusal e) {
      return null;
    }
  }

  // Without n: after a phone had to number anew, the same content still is the same mutation.
  private static String digest(JsonNode node) {
    StringBuilder content = new StringBuilder();
    for (String field : new String[] {"id", "name", "entity", "base", "at", "args"}) {
      content.append(node.path(field)).append('\n');
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(content.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
