package nl.buurtronde.observation;

import java.time.Instant;

/**
 * The recording itself; its stamp's moment is that of the observation.
 *
 * @param claimedAt what the phone's own clock said
 * @param receivedAt when the server had it
 */
public record Origin(Stamp stamp, Instant claimedAt, Instant receivedAt) {}
