package nl.buurtronde.oncall;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * Somebody on call from one moment to another.
 *
 * @param district null for all districts
 * @param rank 1 is called first, 2 after that
 */
public record Shift(
    UUID id,
    @ColumnName("district_id") UUID district,
    @ColumnName("account_id") UUID person,
    Instant startsAt,
    Instant endsAt,
    int rank) {
  public Shift {
    Objects.requireNonNull(id);
    if (person == null) {
      throw new Refusal(Reason.INVALID, "shift.person");
    }
    if (startsAt == null || endsAt == null || !endsAt.isAfter(startsAt)) {
      throw new Refusal(Reason.INVALID, "shift.times");
    }
    if (rank != 1 && rank != 2) {
      throw new Refusal(Reason.INVALID, "shift.rank");
    }
  }

  boolean isFor(UUID somewhere) {
    return district == null || somewhere == null || district.equals(somewhere);
  }

  boolean holds(Instant moment) {
    return !moment.isBefore(startsAt) && moment.isBefore(endsAt);
  }

  Span span() {
    return new Span(startsAt, endsAt);
  }

  Shift of(UUID other) {
    return new Shift(id, district, other, startsAt, endsAt, rank);
  }

  Shift until(Instant end) {
    return new Shift(id, district, person, startsAt, end, rank);
  }

  boolean isSamePlanAs(Shift other) {
    return equals(other.of(person));
  }
}
