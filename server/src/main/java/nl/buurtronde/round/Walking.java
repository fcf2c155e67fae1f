package nl.buurtronde.round;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.database.Columns;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;

/** What a pair does on its way: start, join, extend, check in, finish, leave. */
final class Walking {
  // Two phones whose clocks differ by less than five minutes are taken at their word.
  private static final Duration CLOCKS = Duration.ofMinutes(10);

  private final Clock clock;
  private final Accounts accounts;
  private final Walkers walkers;
  private final Ledger ledger;

  Walking(Clock clock, Accounts accounts, Walkers walkers, Ledger ledger) {
    this.clock = clock;
    this.accounts = accounts;
    this.walkers = walkers;
    this.ledger = ledger;
  }

  /** However late it comes in: they did walk. Also where the plan was cancelled meanwhile. */
  Round start(Step step, Args.Start args) {
    Round before = new RoundDao(step.handle()).find(step.round()).orElse(null);
    boolean begun = before != null && before.isBegun();
    if (begun && before.startedBy().equals(step.by())) {
      return before;
    }
    requireWalker(step, args.district());
    Course course = args.course(before == null ? null : before.course());
    if (begun || before != null && !before.district().equals(args.district())) {
      throw new Refusal(Reason.CONFLICT, "round.taken");
    }
    Instant due = Deadline.of(step, args.dueBackAt(), step.at());
    RoundDao dao = new RoundDao(step.handle());
    dao.start(step.round(), course, step.by(), due, step.at());
    dao.join(step.round(), step.by(), step.at(), clock.instant());
    dao.sign(step.round(), step.by(), step.at(), null);
    Round after = ledger.changed(step, "started", due(due));
    if (before != null && before.state() == State.PLANNED) {
      dao.depart(step.round(), after.revision());
    }
    return after;
  }

  Round join(Step step, Args.Join args) {
    Round round = begun(step);
    boolean sameDay =
        Duration.between(round.startedAt(), step.at()).abs().compareTo(Round.LONGEST) <= 0;
    boolean knows =
        round.code().equals(Code.read(args.code())) && round.district().equals(args.district());
    if (!knows || !sameDay && !step.admitted()) {
      throw new Refusal(Reason.UNPROCESSABLE, "round.code");
    }
    boolean along = round.present().stream().anyMatch(m -> m.account().equals(step.by()));
    if (along && round.startedBy().equals(step.by())) {
      throw new Refusal(Reason.CONFLICT, "round.alone");
    }
    if (along) {
      return round;
    }
    requireWalker(step, round.district());
    if (!step.admitted()) {
      requireRoom(step, round);
    }
    RoundDao dao = new RoundDao(step.handle());
    dao.join(round.id(), step.by(), step.at(), clock.instant());
    dao.sign(round.id(), step.by(), step.at(), null);
    settle(dao, round.id());
    return ledger.changed(step, "joined");
  }

  Round extend(Step step, Args.Extend args) {
    Round round = requireMember(step);
    Instant due = Deadline.of(step, args.dueBackAt(), round.startedAt());
    RoundDao dao = new RoundDao(step.handle());
    // Of two phones that both extended, what was said last stands.
    if (round.isOpen() && !step.at().isBefore(round.dueSetAt())) {
      dao.setDue(round.id(), due, step.at());
    }
    dao.sign(round.id(), step.by(), step.at(), null);
    return ledger.changed(step, "extended", due(due));
  }

  Round checkIn(Step step, Args.CheckIn args) {
    Round round = requireMember(step);
    new RoundDao(step.handle())
        .sign(
            round.id(),
            step.by(),
            step.at(),
            args.place() == null ? null : args.place().at(step.at()));
    return ledger.changed(step, "checkedIn");
  }

  /** By either, and by both: the first to come in has ended it. */
  Round finish(Step step) {
    Round round = requireMember(step);
    if (!round.isOpen()) {
      return round;
    }
    RoundDao dao = new RoundDao(step.handle());
    dao.sign(round.id(), step.by(), step.at(), null);
    dao.finish(round.id(), step.by(), step.at());
    return ledger.changed(step, "finished");
  }

  Round leave(Step step) {
    Round round = requireMember(step);
    boolean along = round.present().stream().anyMatch(m -> m.account().equals(step.by()));
    if (!along || !round.isOpen()) {
      return round;
    }
    // Whoever is last says that they are safe, else nobody would.
    if (round.present().size() == 1) {
      throw new Refusal(Reason.CONFLICT, "round.leave.last");
    }
    RoundDao dao = new RoundDao(step.handle());
    dao.leave(round.id(), step.by(), step.at());
    settle(dao, round.id());
    return ledger.changed(step, "left");
  }

  /** Also what was done before leaving, and came in after. */
  Round requireMember(Step step) {
    Round round = begun(step);
    boolean along =
        round.member(step.by()).filter(member -> member.isThereAt(step.at())).isPresent();
    if (!along && !step.admitted()) {
      throw new Refusal(Reason.FORBIDDEN, "round.others");
    }
    return round;
  }

  // What is not there yet may be on its way in another phone: those keys are tried again.
  private static Round begun(Step step) {
    Round round =
        new RoundDao(step.handle())
            .find(step.round())
            .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "round.unknown"));
    if (!round.isBegun()) {
      throw new Refusal(Reason.CONFLICT, "round.start.unknown");
    }
    return round;
  }

  private static void requireRoom(Step step, Round round) {
    if (round.present().size() >= 2) {
      throw new Refusal(Reason.CONFLICT, "round.full");
    }
    if (round.finishedAt() != null && step.at().isAfter(round.finishedAt().plus(CLOCKS))) {
      throw new Refusal(Reason.CONFLICT, "round.finished");
    }
  }

  private void requireWalker(Step step, UUID district) {
    if (step.author().role() != Role.VOLUNTEER) {
      throw new Refusal(Reason.FORBIDDEN, "round.volunteer");
    }
    if (step.admitted()) {
      return;
    }
    if (!accounts.walkedIn(step.by(), district, step.at())) {
      throw new Refusal(Reason.FORBIDDEN, "scope");
    }
    if (!walkers.mayWalk(step.handle(), step.by(), step.at())) {
      throw new Refusal(Reason.FORBIDDEN, "round.uncertified");
    }
  }

  // After who is along has changed.
  private static void settle(RoundDao dao, UUID id) {
    Round round = dao.find(id).orElseThrow();
    if (round.isOpen()) {
      dao.setState(id, round.present().size() >= 2 ? State.WALKING : State.STARTED);
    }
  }

  private static ObjectNode due(Instant due) {
    return JsonNodeFactory.instance.objectNode().put("dueBackAt", Columns.text(due));
  }
}
