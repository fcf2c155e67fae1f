package nl.buurtronde.oncall;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An alarm as those see it who are to act on it.
 *
 * @param handover what only the screen of one alarm shows; null in a list
 */
public record AlarmValue(
    UUID id,
    String kind,
    boolean practice,
    String state,
    UUID round,
    UUID district,
    Instant openedAt,
    Instant deadlineAt,
    List<MemberValue> members,
    int step,
    Instant nextStepAt,
    Who acknowledgedBy,
    Instant acknowledgedAt,
    Who closedBy,
    Instant closedAt,
    String reason,
    boolean falseAlarm,
    Instant safeAt,
    long revision,
    @JsonUnwrapped Handover handover) {
  /** @param phone only in a handover */
  record MemberValue(
      UUID id, String name, String fullName, @JsonInclude(Include.NON_NULL) String phone) {}

  /**
   * @param route of the walk, or empty
   * @param lastSign the last that the server heard of the pair, or null
   */
  record Handover(
      String route,
      Instant startedAt,
      SignValue lastSign,
      List<StepValue> steps,
      List<EventValue> history) {}

  record SignValue(Instant at, Who by, JsonNode place) {}

  /** @param who the rung of the ladder: pair, onCall1, onCall2 or coordinator */
  record StepValue(
      int step, String who, Instant at, boolean skipped, List<DeliveryValue> deliveries) {}

  record DeliveryValue(Who person, String kind, String state, Instant at, String detail) {}

  record EventValue(String kind, Integer step, Who person, Instant at, String detail) {}
}
