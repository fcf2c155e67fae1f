package nl.buurtronde.guide;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * When a partner can be reached.
 *
 * @param days from 1, Monday, to 7
 * @param to before or at {@code from} when it is past midnight, and then on the next day
 */
public record Hours(List<Integer> days, String from, String to) {
  static final int MOST = 14;
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");

  public Hours {
    Words.require(
        days != null
            && !days.isEmpty()
            && days.stream().allMatch(day -> day != null && day >= 1 && day <= 7)
            && days.stream().distinct().count() == days.size(),
        "guide.hours.days");
    Words.require(isTime(from) && isTime(to) && !Objects.equals(from, to), "guide.hours.times");
    days = days.stream().sorted().toList();
  }

  private static boolean isTime(String text) {
    return text != null && TIME.matcher(text).matches();
  }
}
