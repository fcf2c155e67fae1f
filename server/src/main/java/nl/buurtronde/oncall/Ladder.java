package nl.buurtronde.oncall;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * When an alarm reaches whom: the pair, on call 1, on call 2, the coordinators, and then again.
 * Steps are numbered from 1 and rise on through the repeats, four to a cycle.
 *
 * @param offsets from the alarm's start, one for each rung
 */
public record Ladder(List<Duration> offsets) {
  private static final Duration SHORTEST_REPEAT = Duration.ofSeconds(1);
  private static final Duration NOBODY_HEARD = Duration.ofSeconds(60);

  /** Who is to hear. */
  public enum Rung {
    PAIR("pair"),
    FIRST("onCall1"),
    SECOND("onCall2"),
    COORDINATORS("coordinator");

    private final String wire;

    Rung(String wire) {
      this.wire = wire;
    }

    public String wire() {
      return wire;
    }
  }

  public Ladder {
    offsets = List.copyOf(offsets);
    if (offsets.size() != Rung.values().length || !offsets.get(0).isZero() || goesBack(offsets)) {
      throw new IllegalArgumentException("must be four times that rise, as PT0S,PT2M,PT5M,PT10M");
    }
  }

  /** Reads {@code PT0S,PT2M,PT5M,PT10M}. */
  public static Ladder parse(String text) {
    List<Duration> offsets = new ArrayList<>();
    for (String each : text.split(",", -1)) {
      try {
        offsets.add(Duration.parse(each.trim()));
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("must be times, as PT0S,PT2M,PT5M,PT10M", e);
      }
    }
    return new Ladder(offsets);
  }

  static Rung rung(int step) {
    return Rung.values()[(step - 1) % Rung.values().length];
  }

  static boolean isLast(int step) {
    return rung(step) == Rung.COORDINATORS;
  }

  /** The first step of the cycle that this one is in. */
  static int firstOfCycle(int step) {
    return step - (step - 1) % Rung.values().length;
  }

  /** From a step that was taken to the next. */
  Duration after(int step) {
    int rung = rung(step).ordinal();
    Duration gap =
        isLast(step)
            ? offsets.get(rung).minus(offsets.get(rung - 1))
            : offsets.get(rung + 1).minus(offsets.get(rung));
    return isLast(step) && gap.compareTo(SHORTEST_REPEAT) < 0 ? SHORTEST_REPEAT : gap;
  }

  /** Until the repeat after a cycle in which no message was handed over at all. */
  Duration afterSilence() {
    Duration gap = after(Rung.values().length);
    return gap.compareTo(NOBODY_HEARD) < 0 ? gap : NOBODY_HEARD;
  }

  /** How long who acknowledged has before others are called again. */
  Duration pause() {
    return offsets.get(offsets.size() - 1);
  }

  private static boolean goesBack(List<Duration> offsets) {
    for (int i = 1; i < offsets.size(); i++) {
      if (offsets.get(i).compareTo(offsets.get(i - 1)) < 0) {
        return true;
      }
    }
    return offsets.get(offsets.size() - 1).isZero();
  }
}
