package nl.buurtronde.sync;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * A mutation as the server keeps it, with what became of it. Public, because JDBI makes records
 * only of classes that it may see.
 */
public record StoredMutation(
    @ColumnName("device_id") UUID device,
    long n,
    UUID id,
    @ColumnName("account_id") UUID account,
    String name,
    @ColumnName("entity_id") UUID entity,
    String raw,
    String digest,
    Instant at,
    Instant receivedAt,
    String status,
    Long revision,
    String reason) {}
