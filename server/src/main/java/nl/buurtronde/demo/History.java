package nl.buurtronde.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import nl.buurtronde.kernel.Role;

/** What db/demo/history.json tells; times are on the clocks of the city. */
record History(String city, List<Someone> people, List<Seen> observations) {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  record Someone(String name, String fullName, Role role, List<String> districts) {}

  /**
   * @param photos subjects that {@link DemoPhotos} can draw
   */
  record Seen(
      int daysAgo,
      String time,
      String author,
      String category,
      String urgency,
      String text,
      String complex,
      String district,
      String description,
      Visit visit,
      Boolean wantsHelp,
      List<String> photos,
      List<Said> messages) {

    Seen {
      photos = photos == null ? List.of() : photos;
      messages = messages == null ? List.of() : messages;
    }

    Instant at(LocalDate today) {
      return moment(today.minusDays(daysAgo), time);
    }
  }

  record Visit(String outcome, String note) {}

  record Said(int daysLater, String time, String by, String kind, String outcome, String text) {
    Instant at(LocalDate today, Seen about) {
      return moment(today.minusDays(about.daysAgo()).plusDays(daysLater), time);
    }
  }

  static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZONE);
  }

  private static Instant moment(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
  }
}
