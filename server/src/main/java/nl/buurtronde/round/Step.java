package nl.buurtronde.round;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.sync.Mutation;
import org.jdbi.v3.core.Handle;

/** What one phone asks, on whose behalf, in which transaction. */
record Step(Mutation mutation, Actor author, boolean admitted, Handle handle) {
  UUID round() {
    return mutation.entity();
  }

  UUID by() {
    return author.id();
  }

  /** As the tables keep it. */
  Instant at() {
    return mutation.at().truncatedTo(ChronoUnit.MILLIS);
  }

  Instant claimedAt() {
    return mutation.claimedAt();
  }
}
