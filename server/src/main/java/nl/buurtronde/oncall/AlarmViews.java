package nl.buurtronde.oncall;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.account.Person;
import nl.buurtronde.notice.Contacts;
import nl.buurtronde.notice.Delivery;
import nl.buurtronde.notice.Notices;
import nl.buurtronde.round.Round;
import nl.buurtronde.round.Rounds;
import nl.buurtronde.round.Sign;
import org.jdbi.v3.core.Handle;

/** Gathers what the screens of an alarm show. */
final class AlarmViews {
  private final Accounts accounts;
  private final Contacts contacts;
  private final Notices notices;
  private final Rounds rounds;

  AlarmViews(Accounts accounts, Contacts contacts, Notices notices, Rounds rounds) {
    this.accounts = accounts;
    this.contacts = contacts;
    this.notices = notices;
    this.rounds = rounds;
  }

  AlarmValue brief(Handle handle, Alarm alarm) {
    return value(handle, alarm, false, null);
  }

  /**
   * With everything that was tried.
   *
   * @param recent with the pair's telephone numbers and where they were, which matter no longer
   *     once it is over
   */
  AlarmValue whole(Handle handle, Alarm alarm, boolean recent) {
    Optional<Round> round =
        Optional.ofNullable(alarm.round()).flatMap(id -> rounds.find(handle, id));
    List<AlarmDao.Event> events = handle.attach(AlarmDao.class).events(alarm.id());
    AlarmValue.Handover handover =
        new AlarmValue.Handover(
            round.map(Round::route).orElse(""),
            round.map(Round::startedAt).orElse(null),
            round.map(Round::lastSign).map(sign -> sign(sign, recent)).orElse(null),
            steps(handle, alarm, events),
            history(events));
    return value(handle, alarm, recent, handover);
  }

  private AlarmValue value(
      Handle handle, Alarm alarm, boolean phones, AlarmValue.Handover handover) {
    Set<UUID> members = handle.attach(AlarmDao.class).members(alarm.id());
    Map<UUID, Person> people = people(members, alarm.acknowledgedBy(), alarm.closedBy());
    return new AlarmValue(
        alarm.id(),
        alarm.kind().wire(),
        alarm.isPractice(),
        alarm.state().wire(),
        alarm.round(),
        alarm.district(),
        alarm.openedAt(),
        alarm.deadlineAt(),
        members.stream().map(id -> member(handle, people.get(id), phones)).toList(),
        alarm.step(),
        alarm.nextStepAt(),
        who(people, alarm.acknowledgedBy()),
        alarm.acknowledgedAt(),
        who(people, alarm.closedBy()),
        alarm.closedAt(),
        alarm.reason(),
        alarm.falseAlarm(),
        alarm.safeAt(),
        alarm.revision(),
        handover);
  }

  private AlarmValue.MemberValue member(Handle handle, Person person, boolean phones) {
    String phone = phones ? contacts.phoneOf(handle, person.id()).orElse(null) : null;
    return new AlarmValue.MemberValue(person.id(), person.name(), person.fullName(), phone);
  }

  private AlarmValue.SignValue sign(Sign sign, boolean recent) {
    return new AlarmValue.SignValue(
        sign.at(),
        accounts.find(sign.by()).map(Who::of).orElse(null),
        recent ? sign.place() : null);
  }

  private List<AlarmValue.StepValue> steps(
      Handle handle, Alarm alarm, List<AlarmDao.Event> events) {
    List<Delivery> deliveries = notices.deliveries(handle, alarm.id());
    Map<UUID, Person> people =
        accounts.list(deliveries.stream().map(Delivery::account).distinct().toList());
    return events.stream()
        .filter(event -> event.kind().equals("step") || event.kind().equals("skipped"))
        .map(
            event ->
                new AlarmValue.StepValue(
                    event.step(),
                    Ladder.rung(event.step()).wire(),
                    event.at(),
                    event.kind().equals("skipped"),
                    deliveries.stream()
                        .filter(delivery -> delivery.step() == event.step())
                        .map(delivery -> delivery(delivery, people))
                        .toList()))
        .toList();
  }

  private static AlarmValue.DeliveryValue delivery(Delivery delivery, Map<UUID, Person> people) {
    return new AlarmValue.DeliveryValue(
        Who.of(people.get(delivery.account())),
        delivery.kind().wire(),
        delivery.state().wire(),
        delivery.finishedAt() == null ? delivery.plannedAt() : delivery.finishedAt(),
        delivery.detail());
  }

  private List<AlarmValue.EventValue> history(List<AlarmDao.Event> events) {
    Map<UUID, Person> people =
        people(Set.of(), events.stream().map(AlarmDao.Event::account).toArray(UUID[]::new));
    return events.stream()
        .map(
            event ->
                new AlarmValue.EventValue(
                    event.kind(),
                    event.step(),
                    who(people, event.account()),
                    event.at(),
                    event.detail()))
        .toList();
  }

  private static Who who(Map<UUID, Person> people, UUID id) {
    return id == null ? null : Who.of(people.get(id));
  }

  private Map<UUID, Person> people(Collection<UUID> some, UUID... others) {
    Set<UUID> ids = new HashSet<>(some);
    for (UUID other : others) {
      if (other != null) {
        ids.add(other);
      }
    }
    return accounts.list(ids);
  }
}
