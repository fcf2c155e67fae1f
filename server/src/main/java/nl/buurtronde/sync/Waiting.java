package nl.buurtronde.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.buurtronde.http.Json;
import org.jdbi.v3.core.Handle;

/** Mutations that came before the record they speak of: tried again when it has arrived. */
final class Waiting {
  private Waiting() {}

  /** Each is judged as its own author's: a pair's two phones come in any order. */
  static void letIn(Handle handle, Applier applier, UUID entity) {
    for (StoredMutation stored : new MutationDao(handle).waitingFor(entity)) {
      Verdict verdict = applier.applyAsAuthor(stored, handle);
      if (verdict.status() != Verdict.Status.QUARANTINED) {
        admit(handle, stored, verdict);
      }
    }
  }

  static void admit(Handle handle, StoredMutation stored, Verdict verdict) {
    new MutationDao(handle).admit(stored.id(), verdict.status().wire(), verdict.revision());
    handle
        .attach(QuarantineDao.class)
        .setState(stored.id(), "admitted", Revisions.next(handle));
  }

  /** The mutation as it was read at its arrival: its corrected time stands beside it. */
  static Mutation mutation(StoredMutation stored) {
    try {
      JsonNode node = Json.mapper().readTree(stored.raw());
      Mutation read =
          Incoming.read(node, stored.device(), Duration.ZERO, Instant.MAX, null).mutation();
      return read == null
          ? null
          : new Mutation(
              read.n(),
              read.id(),
              read.name(),
              read.entity(),
              read.base(),
              stored.at(),
              read.claimedAt(),
              read.device(),
              read.args());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
