package nl.buurtronde.guide;

import java.util.UUID;

/** What stands in the guide: a partner or a house rule, in Dutch. */
sealed interface Entry permits Partner, HouseRule {
  /** Null when it holds for more than one district. */
  UUID district();

  int position();

  String title();

  String text();

  /** Whether a translation of the one also says the other. */
  default boolean saysTheSameAs(Entry other) {
    return title().equals(other.title()) && text().equals(other.text());
  }
}
