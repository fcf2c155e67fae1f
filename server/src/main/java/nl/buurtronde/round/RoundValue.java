package nl.buurtronde.round;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.sync.Author;

/**
 * A round as it goes over the wire.
 *
 * @param code for its members, and while it is planned for those it was planned for; else null
 * @param watchedBy empty when nobody watches; unwatchedReason then says why
 * @param history only where one is opened
 */
record RoundValue(
    UUID id,
    UUID district,
    String code,
    String kind,
    String route,
    List<UUID> complexes,
    String state,
    Author plannedBy,
    Author partner,
    Instant startsAt,
    Instant startedAt,
    Instant dueBackAt,
    Instant finishedAt,
    Author finishedBy,
    List<MemberValue> members,
    SignValue lastSign,
    List<Author> watchedBy,
    Instant watchedUntil,
    String unwatchedReason,
    List<CheckValue> checks,
    long revision,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<EventValue> history) {

  /** @param certified whether they have a certificate now; who walks without, walks on a waiver */
  record MemberValue(
      UUID id, String name, String fullName, Instant at, Instant leftAt, boolean certified) {}

  /** Where they were is for those on call only. */
  record SignValue(Instant at, Author by) {}

  record CheckValue(UUID complex, String item, String result, String note, Author by) {}

  record EventValue(
      String kind, Author by, Instant at, Instant claimedAt, Instant receivedAt, JsonNode detail) {}

  RoundValue with(List<EventValue> events) {
    return new RoundValue(
        id, district, code, kind, route, complexes, state, plannedBy, partner, startsAt, startedAt,
        dueBackAt, finishedAt, finishedBy, members, lastSign, watchedBy, watchedUntil,
        unwatchedReason, checks, revision, events);
  }
}
