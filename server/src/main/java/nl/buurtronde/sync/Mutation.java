package nl.buurtronde.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing a phone did, as it may be applied.
 *
 * @param n its number on that device, from 1 without gaps
 * @param base the revision the phone had seen, or null
 * @param at when it was done: the phone's claim, corrected by its measured clock offset and never
 *     later than the server's now
 * @param claimedAt what the phone's own clock said
 */
public record Mutation(
    long n,
    UUID id,
    String name,
    UUID entity,
    Long base,
    Instant at,
    Instant claimedAt,
    UUID device,
    JsonNode args) {}
