package nl.buurtronde.oncall;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/** Another person asked for a shift; counts once that person has accepted. */
public record Swap(
    UUID id,
    @ColumnName("shift_id") UUID shift,
    @ColumnName("to_account") UUID to,
    UUID proposedBy,
    Instant acceptedAt,
    Instant declinedAt) {}
