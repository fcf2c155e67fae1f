package nl.buurtronde.guide;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import org.jdbi.v3.core.Handle;

/** When it was last asked whether a partner's number, address and hours are right. */
public final class Verifications {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final int MONTHS = 6;

  private final Database database;
  private final Clock clock;
  private final Audit audit;
  private final Entries<Partner> partners;

  Verifications(Database database, Clock clock, Audit audit, Entries<Partner> partners) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.partners = partners;
  }

  /** Says that it was asked now, about the newest edition. */
  public void verify(Actor actor, UUID partner) {
    Authority.requireSetup(actor);
    database.write(
        handle -> {
          long edition = partners.get(handle, partner).latest().revision();
          handle
              .attach(GuideDao.class)
              .verify(new Verification(partner, edition, clock.instant(), actor.id()));
          audit.record(handle, actor.id(), "partner.verified", partner.toString(), "");
          return null;
        });
  }

  /** What was verified, by partner, the last first. */
  Map<UUID, List<Verification>> list(Handle handle) {
    return handle.attach(GuideDao.class).verifications().stream()
        .collect(Collectors.groupingBy(Verification::partnerId));
  }

  /** The last time that just these means of reaching it were verified. */
  static Optional<Verification> find(
      Map<UUID, List<Verification>> all, Filed<Partner> filed, Partner content) {
    return all.getOrDefault(filed.id(), List.of()).stream()
        .filter(
            it ->
                filed.editions().stream()
                    .filter(edition -> edition.revision() == it.edition())
                    .anyMatch(edition -> edition.content().isReachedLike(content)))
        .findFirst();
  }

  /** Whether that is too long ago to trust. */
  boolean isOverdue(Optional<Verification> last) {
    Instant least = clock.instant().atZone(ZONE).minusMonths(MONTHS).toInstant();
    return last.filter(it -> !it.verifiedAt().isBefore(least)).isEmpty();
  }
}
