package nl.buurtronde.round;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.account.Person;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.sync.Author;
import org.jdbi.v3.core.Handle;

/** Makes wire values of some rounds, with one question per table for all of them. */
final class Values {
  private final Accounts accounts;
  private final Walkers walkers;

  Values(Accounts accounts, Walkers walkers) {
    this.accounts = accounts;
    this.walkers = walkers;
  }

  List<RoundValue> of(Handle handle, List<Round> rounds, Actor reader) {
    if (rounds.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<CheckDao.Check>> checks =
        new CheckDao(handle)
            .list(rounds.stream().map(Round::id).toList()).stream()
                .collect(Collectors.groupingBy(CheckDao.Check::round));
    Set<UUID> people =
        rounds.stream()
            .flatMap(Values::people)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(HashSet::new));
    checks.values().forEach(list -> list.forEach(check -> people.add(check.by())));
    Names names = new Names(accounts.list(people));
    Set<UUID> certified = walkers.certified(handle);
    return rounds.stream()
        .map(
            round ->
                value(round, checks.getOrDefault(round.id(), List.of()), names, certified, reader))
        .toList();
  }

  RoundValue withHistory(Handle handle, Round round, Actor reader) {
    List<EventDao.Event> events = new EventDao(handle).list(round.id());
    Set<UUID> people =
        events.stream()
            .map(EventDao.Event::by)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Names names = new Names(accounts.list(people));
    return of(handle, List.of(round), reader)
        .get(0)
        .with(
            events.stream()
                .map(
                    e ->
                        new RoundValue.EventValue(
                            e.kind(),
                            names.of(e.by()),
                            e.at(),
                            e.claimedAt(),
                            e.receivedAt(),
                            e.detail()))
                .toList());
  }

  private record Names(Map<UUID, Person> known) {
    Author of(UUID id) {
      Person person = known.get(id);
      return id == null
          ? null
          : person == null
              ? new Author(id, "–", "–")
              : new Author(id, person.name(), person.fullName());
    }

    List<Author> of(Collection<UUID> ids) {
      return ids.stream().map(this::of).toList();
    }
  }

  private static RoundValue value(
      Round r, List<CheckDao.Check> checks, Names names, Set<UUID> certified, Actor reader) {
    Plan plan = r.plan();
    return new RoundValue(
        r.id(),
        r.district(),
        knowsCode(r, reader) ? r.code() : null,
        r.course().kind().wire(),
        r.route(),
        r.course().complexes(),
        r.state().wire(),
        plan == null ? null : names.of(plan.by()),
        plan == null ? null : names.of(plan.partner()),
        plan == null ? null : plan.startsAt(),
        r.startedAt(),
        r.dueBackAt(),
        r.finishedAt(),
        names.of(r.finishedBy()),
        r.members().stream().map(member -> member(member, names, certified)).toList(),
        r.lastSign() == null
            ? null
            : new RoundValue.SignValue(r.lastSign().at(), names.of(r.lastSign().by())),
        names.of(r.watch().people()),
        r.watch().until(),
        r.watch().reason(),
        checks.stream()
            .map(
                c ->
                    new RoundValue.CheckValue(
                        c.complex(), c.item(), c.result(), c.note(), names.of(c.by())))
            .toList(),
        r.revision(),
        null);
  }

  private static boolean knowsCode(Round round, Actor reader) {
    return round.member(reader.id()).isPresent()
        || !round.isBegun() && round.isPlannedWith(reader.id());
  }

  private static RoundValue.MemberValue member(Member member, Names names, Set<UUID> certified) {
    Author who = names.of(member.account());
    return new RoundValue.MemberValue(
        who.id(),
        who.name(),
        who.fullName(),
        member.at(),
        member.leftAt(),
        certified.contains(who.id()));
  }

  private static Stream<UUID> people(Round round) {
    Stream<UUID> plan =
        round.plan() == null
            ? Stream.empty()
            : Stream.of(round.plan().by(), round.plan().partner());
    Stream<UUID> walk = round.members().stream().map(Member::account);
    return Stream.of(plan, walk, round.watch().people().stream()).flatMap(ids -> ids);
  }
}
