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
import nl.buurtronde.notice.Topic;
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
    return own
        ? send(handle, alarm, step, person, Topic.PAIR, text(alarm.round()), key, text)
        : send(handle, alarm, step, person, Topic.ALARM, text(alarm.id()), key, text);
  }

  /** Tells those who were called that the pair says it is safe. */
  void safe(Handle handle, Alarm alarm, Collection<UUID> called, Collection<UUID> pair) {
    String key = "alarm.letter.safe";
    String text = Messages.sentence(key + ".text", names(pair));
    for (UUID person : called) {
      send(handle, alarm, SAFE, person, Topic.SAFE, text(alarm.id()), key, text);
    }
  }

  /** Asks a pair that was to be back. */
  void ask(Handle handle, UUID subject, Round round) {
    String text = Messages.sentence("round.letter.ask.text", HOUR.format(round.dueBackAt()));
    String title = Messages.sentence("round.letter.ask.title");
    for (UUID person : Duty.present(round)) {
      plan(handle, subject, person, Topic.ASK, round.id(), title, text);
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
      plan(handle, subject, person, Topic.UNWATCHED, round.id(), title, text);
    }
    String told =
        Messages.sentence("round.letter.lost.text", names(pair), district(round.district()), why);
    for (UUID person : coordinators) {
      plan(handle, subject, person, Topic.UNCOVERED, null, title, told);
    }
  }

  /** Arrives once the channel works again, and says no more than that. */
  void worksAgain(Handle handle, Kind kind, Collection<UUID> people) {
    UUID subject = Id.next();
    String title = Messages.sentence("channel.letter.title");
    String text = Messages.sentence("channel.letter.text");
    for (UUID person : people) {
      notices.plan(
          handle, new Message(subject, 0, person, Topic.CHANNEL, null, title, text, false), kind);
    }
  }

  void swapProposed(Handle handle, UUID swap, Shift shift, UUID person) {
    String text =
        Messages.sentence(
            "shift.letter.swap.text",
            names(List.of(shift.person())),
            DAY.format(shift.startsAt()),
            DAY.format(shift.endsAt()));
    String title = Messages.sentence("shift.letter.swap.title");
    plan(handle, swap, person, Topic.SWAP, null, title, text);
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
          new Message(subject, 0, person, Topic.ROSTER, null, title, text.toString(), false);
      if (notices.plan(handle, message, Kind.EMAIL) == 0) {
        notices.plan(handle, message);
      }
    }
  }

  /** Tells who plans that somebody is off the roster, and which shifts nobody has now. */
  void dismissed(Handle handle, UUID gone, List<Shift> shifts, Collection<UUID> coordinators) {
    StringBuilder text =
        new StringBuilder(Messages.sentence("shift.letter.gone.text", names(List.of(gone))));
    for (Shift shift : shifts) {
      String where =
          shift.district() == null
              ? Messages.sentence("shift.letter.gone.everywhere")
              : district(shift.district());
      text.append('\n')
          .append(
              Messages.sentence(
                  "roster.letter.gaps.line",
                  where,
                  DAY.format(shift.startsAt()),
                  DAY.format(shift.endsAt())));
    }
    UUID subject = Id.next();
    String title = Messages.sentence("shift.letter.gone.title");
    for (UUID person : coordinators) {
      plan(handle, subject, person, Topic.ROSTER, null, title, text.toString());
    }
  }

  private int send(
      Handle handle,
      Alarm alarm,
      int step,
      UUID person,
      Topic topic,
      String about,
      String key,
      String text) {
    String title = Messages.sentence(key + ".title");
    return notices.plan(
        handle,
        new Message(alarm.id(), step, person, topic, about, title, text, alarm.isPractice()));
  }

  private void plan(
      Handle handle,
      UUID subject,
      UUID person,
      Topic topic,
      UUID about,
      String title,
      String text) {
    notices.plan(handle, new Message(subject, 0, person, topic, text(about), title, text, false));
  }

  private static String text(UUID id) {
    return id == null ? null : id.toString();
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
