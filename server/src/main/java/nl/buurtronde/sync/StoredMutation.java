package nl.buurtronde.sync;

import java.time.Instant;
import java.util.UUID;

/** A mutation as the server keeps it, with what became of it. */
record StoredMutation(
    UUID device,
    long n,
    UUID id,
    UUID account,
    String name,
    UUID entity,
    String raw,
    String digest,
    Instant at,
    Instant receivedAt,
    String status,
    Long revision,
    String reason) {}
