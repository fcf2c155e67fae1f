package nl.buurtronde.oncall;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.account.Person;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.notice.Kind;
import nl.buurtronde.notice.Message;
import nl.buurtronde.notice.Notices;
import nl.buurtronde.place.District;
import nl.buurtronde.place.Places;
import nl.buurtronde.round.Round;
import org.jdbi.v3.core.Handle;

/** Everything this room says to people, planned in the transaction of what it tells. */
final class Letters {
  static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  /** Said about an alarm beside its steps. */
  static final int SAFE = 0;

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm").withZone(ZONE);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm", Locale.forLanguageTag("nl")).withZone(ZONE);

  private final Notices notices;
  private final Accounts accounts;
  private final Places places;

  Letters(Notices notices, Accounts accounts, Places places) {
    this.notices = notices;
    this.accounts = accounts;
    this.places = places;
  }

  /** How many messages a step of the ladder sends to one person; none when nothing reaches them. */
  int step(Handle handle, Alarm alarm, int step, UUID person, Collection<UUID> pair) {
    boolean own = Ladder.rung(step) == Ladder.Rung.PAIR;
    String key = own ? "alarm.letter.pair" : "alarm.letter." + alarm.kind().wire();
    String text =
        Messages.sentence(
            key + ".text",
            names(pair),
            alarm.deadlineAt() == null ? "" : HOUR.format(alarm.deadlineAt()),
            district(alarm.district()));
    String path = own ? roundPath(alarm.round()) : path(alarm);
    return send(handle, alarm, step, person, key + ".title", text, path);
  }

  /** Tells those who were called that the pair says it is safe. */
  void safe(Handle handle, Alarm alarm, Collection<UUID> called, Collection<UUID> pair) {
    String text = Messages.sentence("alarm.letter.safe.text", names(pair));
    for (UUID person : called) {
      send(handle, alarm, SAFE, person, "alarm.letter.safe.title", text, path(alarm));
    }
  }

  /** Asks a pair that was to be back. */
  void ask(Handle handle, UUID subject, Round round) {
    String text = Messages.sentence("round.letter.ask.text", HOUR.format(round.dueBackAt()));
    String title = Messages.sentence("round.letter.ask.title");
    for (UUID person : Duty.present(round)) {
      plan(handle, subject, person, title, text, roundPath(round.id()));
    }
  }

  /** Tells that nobody watches any more. */
  void watchLost(Handle handle, Round round, String reason, Collection<UUID> coordinators) {
    List<UUID> pair = Duty.present(round);
    String why = Messages.sentence("round.letter.lost.why." + reason);
    String title = Messages.sentence("round.letter.lost.title");
    UUID subject = Id.next();
    for (UUID person : pair) {
      String text = Messages.sentence("round.letter.lost.members", why);
      plan(handle, subject, person, title, text, roundPath(round.id()));
    }
    String told =
        Messages.sentence("round.letter.lost.text", names(pair), district(round.district()), why);
    for (UUID person : coordinators) {
      plan(handle, subject, person, title, told, "/roster");
    }
  }

  /** Arrives once the channel works again, and says no more than that. */
  void worksAgain(Handle handle, Kind kind, Collection<UUID> people) {
    UUID subject = Id.next();
    String title = Messages.sentence("channel.letter.title");
    String text = Messages.sentence("channel.letter.text");
    for (UUID person : people) {
      notices.plan(handle, new Message(subject, 0, person, title, text, "/roster", false), kind);
    }
  }

  void swapProposed(Handle handle, UUID swap, Shift shift, UUID person) {
    String text =
        Messages.sentence(
            "shift.letter.swap.text",
            names(List.of(shift.person())),
            DAY.format(shift.startsAt()),
            DAY.format(shift.endsAt()));
    plan(handle, swap, person, Messages.sentence("shift.letter.swap.title"), text, "/roster");
  }

  void gaps(Handle handle, List<RosterValue.GapValue> gaps, Collection<UUID> coordinators) {
    StringBuilder text = new StringBuilder(Messages.sentence("roster.letter.gaps.text"));
    for (RosterValue.GapValue gap : gaps) {
      text.append('\n')
          .append(
              Messages.sentence(
                  "roster.letter.gaps.line",
                  district(gap.district()),
                  DAY.format(gap.from()),
                  DAY.format(gap.to())));
    }
    UUID subject = Id.next();
    String title = Messages.sentence("roster.letter.gaps.title");
    for (UUID person : coordinators) {
      Message message =
          new Message(subject, 0, person, title, text.toString(), "/roster", false);
      if (notices.plan(handle, message, Kind.EMAIL) == 0) {
        notices.plan(handle, message);
      }
    }
  }

  private int send(
      Handle handle, Alarm alarm, int step, UUID person, String title, String text, String path) {
    return notices.plan(
        handle,
        new Message(
            alarm.id(), step, person, Messages.sentence(title), text, path, alarm.isPractice()));
  }

  private void plan(
      Handle handle, UUID subject, UUID person, String title, String text, String path) {
    notices.plan(handle, new Message(subject, 0, person, title, text, path, false));
  }

  private static String path(Alarm alarm) {
    return "/alarms/" + alarm.id();
  }

  private static String roundPath(UUID round) {
    return round == null ? "/round" : "/round/" + round;
  }

  private String names(Collection<UUID> people) {
    List<String> names =
        people.stream().flatMap(id -> accounts.find(id).stream()).map(Person::fullName).toList();
    return names.isEmpty() ? Messages.sentence("alarm.somebody") : String.join(" en ", names);
  }

  private String district(UUID id) {
    return id == null
        ? Messages.sentence("alarm.somewhere")
        : places.findDistrict(id).map(District::name).orElse("–");
  }
}
