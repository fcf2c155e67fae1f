package nl.buurtronde.oncall;

import java.time.Duration;
import java.util.List;

/**
 * What a month's alarms came to, without anybody's name.
 *
 * @param secondsToAcknowledge the median, or null
 */
public record Statistics(
    String month,
    long overdue,
    long called,
    long practices,
    long falseAlarms,
    long closed,
    Long secondsToAcknowledge) {
  static Statistics of(String month, List<Alarm> alarms) {
    List<Alarm> real = alarms.stream().filter(alarm -> !alarm.isPractice()).toList();
    return new Statistics(
        month,
        count(alarms, Alarm.Kind.OVERDUE),
        count(alarms, Alarm.Kind.CALL),
        count(alarms, Alarm.Kind.PRACTICE),
        real.stream().filter(Alarm::falseAlarm).count(),
        real.stream().filter(Alarm::isClosed).count(),
        median(
            real.stream()
                .filter(alarm -> alarm.acknowledgedAt() != null)
                .map(alarm -> Duration.between(alarm.openedAt(), alarm.acknowledgedAt()).toSeconds())
                .sorted()
                .toList()));
  }

  private static long count(List<Alarm> alarms, Alarm.Kind kind) {
    return alarms.stream().filter(alarm -> alarm.kind() == kind).count();
  }

  private static Long median(List<Long> sorted) {
    return sorted.isEmpty() ? null : sorted.get(sorted.size() / 2);
  }
}
