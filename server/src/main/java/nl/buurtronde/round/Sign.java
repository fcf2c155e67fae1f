package nl.buurtronde.round;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * The last sign of life.
 *
 * @param place where they last said to be, as {lat, lon, accuracy, at}; it may be older; or null
 */
public record Sign(Instant at, UUID by, JsonNode place) {}
