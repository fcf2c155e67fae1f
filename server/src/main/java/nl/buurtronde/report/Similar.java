package nl.buurtronde.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.concern.Standing;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.observation.Where;
import nl.buurtronde.place.Complex;
import nl.buurtronde.place.Places;
import org.jdbi.v3.core.Handle;

/** Open reports of the same nearby, so that a tenant can add to one: that it is there, no more. */
public final class Similar {
  private static final Duration LONGEST_AGO = Duration.ofDays(60);
  private static final int MOST = 5;
  private static final int LOOKED_AT = 500;
  private static final double METRES = 150;
  private static final double METRES_PER_DEGREE = 111_320;

  private final Database database;
  private final Clock clock;
  private final Places places;
  private final Codes codes;

  Similar(Database database, Clock clock, Places places, Codes codes) {
    this.database = database;
    this.clock = clock;
    this.places = places;
    this.codes = codes;
  }

  /** @param id an alias, which only serves to point at it */
  public record Line(
      UUID id, String category, UUID complex, Instant receivedAt, String state, long seen) {}

  /** Where a tenant stands; each may be null. */
  public record Spot(UUID district, String category, UUID complex, Double lat, Double lon) {}

  public List<Line> list(Spot spot) {
    if (spot.district() == null) {
      throw new Refusal(Reason.INVALID, "report.district");
    }
    if (spot.category() == null) {
      throw new Refusal(Reason.INVALID, "report.category");
    }
    return database.read(
        handle -> {
          ReportDao reports = new ReportDao(handle);
          // Asked once each: hundreds of reports may be about the same few.
          Map<UUID, Optional<Complex>> known = new HashMap<>();
          double[] here = point(spot.lat(), spot.lon(), spot.complex(), known);
          List<Report> near =
              reports.list(open(spot), LOOKED_AT).stream()
                  .filter(report -> isNear(report, spot.complex(), here, known))
                  .limit(MOST)
                  .toList();
          Map<UUID, Long> seen = reports.seen(near.stream().map(Report::id).toList());
          return near.stream()
              .map(report -> line(report, seen.getOrDefault(report.id(), 0L)))
              .toList();
        });
  }

  /** The report that a tenant pointed at, or the one that it pointed at itself; null when none. */
  static UUID first(Handle handle, Codes codes, Sending sending, UUID district) {
    if (sending.alsoSeen() == null) {
      return null;
    }
    ReportDao reports = new ReportDao(handle);
    // Who knows the identifier itself, from the office or as its own, may point with that too.
    Optional<Report> shown =
        reports
            .find(codes.behind(sending.alsoSeen()))
            .or(() -> reports.find(sending.alsoSeen()));
    return shown
        .flatMap(report -> report.alsoSeen() == null ? shown : reports.find(report.alsoSeen()))
        .filter(report -> report.kind() == Kind.REPORT && !report.sensitive())
        .filter(report -> report.envelope().district().equals(district))
        .filter(report -> sending.category().equals(report.category()))
        .map(Report::id)
        .orElse(null);
  }

  private Where open(Spot spot) {
    return new Where()
        .and("kind = 'report' AND sensitive = 0 AND state <> 'closed'")
        .and("also_seen_id IS NULL")
        .and("received_at > :since", Map.of("since", clock.instant().minus(LONGEST_AGO)))
        .and("district_id = :district", Map.of("district", spot.district()))
        .and("category = :category", Map.of("category", spot.category()));
  }

  private boolean isNear(
      Report report, UUID complex, double[] here, Map<UUID, Optional<Complex>> known) {
    UUID its = complexOf(report);
    if (complex != null && complex.equals(its)) {
      return true;
    }
    Double lat = degrees(report, "lat");
    double[] there = point(lat, degrees(report, "lon"), its, known);
    return here != null && there != null && metres(here, there) <= METRES;
  }

  // A point of one's own, or that of the complex.
  private double[] point(
      Double lat, Double lon, UUID complex, Map<UUID, Optional<Complex>> known) {
    if (lat != null && lon != null) {
      return new double[] {lat, lon};
    }
    Optional<Complex> named =
        complex == null
            ? Optional.empty()
            : known.computeIfAbsent(complex, places::findComplex);
    return named
        .filter(one -> one.lat() != null)
        .map(one -> new double[] {one.lat(), one.lon()})
        .orElse(null);
  }

  // Flat enough at 150 metres.
  private static double metres(double[] a, double[] b) {
    double north = (a[0] - b[0]) * METRES_PER_DEGREE;
    double east = (a[1] - b[1]) * METRES_PER_DEGREE * Math.cos(Math.toRadians(a[0]));
    return Math.hypot(north, east);
  }

  private Line line(Report report, long seen) {
    Standing standing = report.standing();
    return new Line(
        codes.alias(report.id()),
        report.category(),
        complexOf(report),
        standing.receivedAt(),
        standing.progress().state().wire(),
        seen);
  }

  private static UUID complexOf(Report report) {
    boolean has = report.place() != null && report.place().hasNonNull("complex");
    return has ? UUID.fromString(report.place().get("complex").textValue()) : null;
  }

  private static Double degrees(Report report, String name) {
    boolean has = report.place() != null && report.place().hasNonNull(name);
    return has ? report.place().get(name).doubleValue() : null;
  }
}
