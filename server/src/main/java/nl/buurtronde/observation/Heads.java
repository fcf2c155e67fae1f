package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One field: the values that stand side by side because phones changed it at once. Which ones
 * stand depends on who had seen what, never on the order in which they came in.
 */
final class Heads {
  private static final Comparator<Head> ORDER = Comparator.comparing(Head::stamp, Stamp.ORDER);

  private final List<Head> heads = new ArrayList<>();
  // A device's own later change also replaces an earlier one that was set aside and came after it.
  private final Map<UUID, Long> lastOfDevice = new HashMap<>();

  static Heads of(Head first) {
    Heads heads = new Heads();
    heads.heads.add(first);
    heads.lastOfDevice.put(first.stamp().device(), first.stamp().n());
    return heads;
  }

  static Heads read(JsonNode node) {
    Heads heads = new Heads();
    node.get("heads").forEach(h -> heads.heads.add(new Head(h.get("value"), Stamp.read(h))));
    node.get("devices")
        .properties()
        .forEach(
            e -> heads.lastOfDevice.put(UUID.fromString(e.getKey()), e.getValue().longValue()));
    return heads;
  }

  ObjectNode write() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode array = node.putArray("heads");
    heads.forEach(head -> array.add(head.stamp().write().set("value", head.value())));
    ObjectNode devices = node.putObject("devices");
    lastOfDevice.forEach((device, n) -> devices.put(device.toString(), n.longValue()));
    return node;
  }

  /** Adds a change; true when another one, made without knowing of it, stands or came later. */
  boolean add(Head head, Long base) {
    Stamp stamp = head.stamp();
    if (stamp.device() != null) {
      long last = lastOfDevice.merge(stamp.device(), stamp.n(), Math::max);
      if (last > stamp.n()) {
        return true;
      }
    }
    heads.removeIf(other -> other.stamp().seenBy(stamp, base));
    heads.add(head);
    heads.sort(ORDER);
    return heads.size() > 1;
  }

  Head latest() {
    return heads.get(heads.size() - 1);
  }

  List<Head> all() {
    return List.copyOf(heads);
  }
}
