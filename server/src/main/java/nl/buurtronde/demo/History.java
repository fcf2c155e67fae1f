package nl.buurtronde.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import nl.buurtronde.kernel.Role;

/** What db/demo/history.json tells; times are on the clocks of the city. */
record History(
    String city,
    List<Someone> people,
    List<String> certified,
    List<Walk> rounds,
    List<Planned> planned,
    List<Seen> observations,
    List<Told> reports) {
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
    Instant at(LocalDate today, int daysAgo) {
      return moment(today.minusDays(daysAgo).plusDays(daysLater), time);
    }
  }

  /** @param alsoSeen the one before it in the list is of the same */
  record Told(
      int daysAgo,
      String time,
      String kind,
      String district,
      String category,
      String urgency,
      String text,
      String complex,
      String language,
      String phone,
      String email,
      Boolean alsoSeen,
      List<String> photos,
      List<Said> messages) {

    Told {
      photos = photos == null ? List.of() : photos;
      messages = messages == null ? List.of() : messages;
    }

    Instant at(LocalDate today) {
      return moment(today.minusDays(daysAgo), time);
    }
  }

  /** @param with who joined, two minutes later */
  record Walk(
      int daysAgo,
      String time,
      String back,
      String dueBack,
      String by,
      String with,
      String district,
      String code,
      String kind,
      String route,
      List<String> complexes,
      List<Found> checks) {

    Walk {
      complexes = complexes == null ? List.of() : complexes;
      checks = checks == null ? List.of() : checks;
    }

    Instant at(LocalDate today) {
      return moment(today.minusDays(daysAgo), time);
    }

    Instant backAt(LocalDate today) {
      return moment(today.minusDays(daysAgo), back);
    }

    Instant dueBackAt(LocalDate today) {
      return moment(today.minusDays(daysAgo), dueBack);
    }

    boolean holds(Seen seen, LocalDate today) {
      Instant then = seen.at(today);
      return (seen.author().equals(by) || seen.author().equals(with))
          && !then.isBefore(at(today))
          && !then.isAfter(backAt(today));
    }
  }

  /** What was found of an item of the checklist. */
  record Found(String complex, String item, String result, String note) {}

  /** A round to come, on the first such day after today. */
  record Planned(
      DayOfWeek weekday,
      String time,
      String dueBack,
      String by,
      String with,
      String district,
      String code,
      String route) {
    Instant at(LocalDate today) {
      return moment(today.with(TemporalAdjusters.next(weekday)), time);
    }

    Instant dueBackAt(LocalDate today) {
      return moment(today.with(TemporalAdjusters.next(weekday)), dueBack);
    }
  }

  static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZONE);
  }

  private static Instant moment(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
  }
}
