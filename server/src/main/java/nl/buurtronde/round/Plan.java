package nl.buurtronde.round;

import java.time.Instant;
import java.util.UUID;

/** @param partner who was asked to come along, or null */
public record Plan(UUID by, UUID partner, Instant startsAt) {}
