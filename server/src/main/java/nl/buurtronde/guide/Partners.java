package nl.buurtronde.guide;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.database.Database;

/** Whom tenants are shown, for rooms that put it on paper. */
public final class Partners {
  private final Database database;
  private final Clock clock;
  private final Entries<Partner> entries;

  Partners(Database database, Clock clock, Entries<Partner> entries) {
    this.database = database;
    this.clock = clock;
    this.entries = entries;
  }

  /** Those of all and those of this district, in the order tenants see them. */
  public List<Partner> listShown(UUID district) {
    Instant now = clock.instant();
    return database.read(entries::list).stream()
        .flatMap(it -> it.shownAt(now).map(edition -> new Shown<>(it, edition)).stream())
        .filter(
            it ->
                it.content().district() == null || it.content().district().equals(district))
        .sorted(Shown.PARTNERS)
        .map(Shown::content)
        .toList();
  }
}
