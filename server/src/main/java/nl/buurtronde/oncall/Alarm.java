package nl.buurtronde.oncall;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * A pair that is overdue, somebody who calls for help, or an exercise; until a person closes it.
 *
 * @param deadlineAt when the pair was to be back; null unless it is overdue
 * @param step the last of the ladder that was taken
 * @param nextStepAt null when nothing follows by itself
 * @param safeAt when the pair said it was safe, which closes nothing
 */
public record Alarm(
    UUID id,
    Kind kind,
    @ColumnName("round_id") UUID round,
    @ColumnName("district_id") UUID district,
    @ColumnName("caller_id") UUID caller,
    State state,
    Instant openedAt,
    Instant deadlineAt,
    int step,
    Instant steppedAt,
    Instant nextStepAt,
    UUID acknowledgedBy,
    Instant acknowledgedAt,
    UUID closedBy,
    Instant closedAt,
    String reason,
    boolean falseAlarm,
    Instant safeAt,
    long revision) {
  public enum Kind {
    OVERDUE,
    CALL,
    PRACTICE;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum State {
    OPEN,
    ACKNOWLEDGED,
    CLOSED;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  boolean isPractice() {
    return kind == Kind.PRACTICE;
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }
}
