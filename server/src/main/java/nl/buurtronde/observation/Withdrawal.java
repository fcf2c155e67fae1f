package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The author took it back.
 *
 * @param contested somebody changed it meanwhile, and neither knew of the other
 */
record Withdrawal(Stamp stamp, boolean contested) {
  static Withdrawal read(JsonNode node) {
    return new Withdrawal(Stamp.read(node), node.get("contested").booleanValue());
  }

  ObjectNode write() {
    return stamp.write().put("contested", contested);
  }

  Withdrawal contest() {
    return new Withdrawal(stamp, true);
  }
}
