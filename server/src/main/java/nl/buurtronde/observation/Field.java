package nl.buurtronde.observation;

import java.util.Optional;
import java.util.stream.Stream;

/** What a phone can fill in, each merged on its own. */
enum Field {
  CATEGORY("category"),
  TEXT("text"),
  URGENCY("urgency"),
  PLACE("place"),
  VISIT("visit"),
  WANTS_HELP("wantsHelp"),
  PHOTOS("photos"),
  ROUND("round");

  private final String wire;

  Field(String wire) {
    this.wire = wire;
  }

  static Optional<Field> find(String wire) {
    return Stream.of(values()).filter(field -> field.wire.equals(wire)).findFirst();
  }

  String wire() {
    return wire;
  }
}
