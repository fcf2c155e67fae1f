package nl.buurtronde.guide;

import java.time.Instant;
import java.util.UUID;

/** That somebody asked the partner, and that how to reach it was right. */
public record Verification(UUID partnerId, long edition, Instant verifiedAt, UUID verifiedBy) {}
