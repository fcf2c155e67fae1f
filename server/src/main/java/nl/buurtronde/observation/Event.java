package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * One line of the history of what the office follows up.
 *
 * @param at the server's time
 * @param claimedAt what the phone's clock said; null for the desk
 * @param detail per field its value before and the one offered, and the one that stands if another
 */
public record Event(
    UUID id,
    UUID about,
    long revision,
    String kind,
    @ColumnName("account_id") UUID by,
    Instant at,
    Instant claimedAt,
    JsonNode detail) {}
