package nl.buurtronde.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.buurtronde.http.Messages;

/** Hours as people say them: {@code ma t/m vr 9:00–17:00}. */
final class DutchHours {
  private static final String[] DAYS = Messages.sentence("numbers.days").split(" ");

  private DutchHours() {}

  static String say(List<Hours> hours) {
    return hours.stream()
        .map(each -> days(each.days()) + " " + time(each.from()) + "–" + time(each.to()))
        .collect(Collectors.joining("; "));
  }

  private static String days(List<Integer> days) {
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      int first = i;
      while (i + 1 < days.size() && days.get(i + 1) == days.get(i) + 1) {
        i++;
      }
      String last = DAYS[days.get(i) - 1];
      String start = DAYS[days.get(first) - 1];
      if (i == first) {
        runs.add(last);
      } else {
        String key = i == first + 1 ? "numbers.and" : "numbers.until";
        runs.add(Messages.sentence(key, start, last));
      }
    }
    return String.join(", ", runs);
  }

  private static String time(String text) {
    return text.startsWith("0") ? text.substring(1) : text;
  }
}
