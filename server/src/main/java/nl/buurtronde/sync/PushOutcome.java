package nl.buurtronde.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the server answers to a push. */
sealed interface PushOutcome {

  /** One mutation's answer. */
  record Result(long n, UUID id, String status, Long revision, String reason) {}

  record Accepted(
      int proto,
      String epoch,
      Instant serverTime,
      List<Result> results,
      long acknowledgedThrough,
      long durableThrough,
      List<String> missingPhotos)
      implements PushOutcome {}

  /** Numbers from {@code expected} on are not here, whatever the phone thought it had sent. */
  record Gap(String error, long expected, String epoch) implements PushOutcome {}

  /** This number, identifier or device stands for something else already: number anew. */
  record Conflict(String error, long n, String epoch) implements PushOutcome {}

  /** The phone was shut out; what it sent is set aside for the coordinator. */
  record Dismissed() implements PushOutcome {}
}
