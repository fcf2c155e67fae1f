package nl.buurtronde.round;

import java.time.Duration;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.place.Places;

/** Rounds that are still to be walked. */
final class Planning {
  private static final Duration FURTHEST = Duration.ofDays(366);

  private final Accounts accounts;
  private final Places places;
  private final Ledger ledger;

  Planning(Accounts accounts, Places places, Ledger ledger) {
    this.accounts = accounts;
    this.places = places;
    this.ledger = ledger;
  }

  /** A second time by its planner: then it is a change of the plan. */
  Round plan(Step step, Args.Plan args) {
    Course course = args.course();
    boolean may =
        step.author().role() == Role.COORDINATOR
            || step.author().role() == Role.VOLUNTEER
                && accounts.walkedIn(step.by(), course.district(), step.at());
    if (!may && !step.admitted()) {
      throw new Refusal(Reason.FORBIDDEN, "scope");
    }
    requireTimes(step, args);
    requirePlaces(course);
    requirePartner(step, args, course);
    RoundDao dao = new RoundDao(step.handle());
    Round before = dao.find(step.round()).orElse(null);
    if (before != null && !isSamePlan(before, step, course)) {
      throw new Refusal(Reason.CONFLICT, "round.taken");
    }
    Plan plan = new Plan(step.by(), args.partner(), args.startsAt());
    dao.plan(step.round(), course, plan, args.dueBackAt(), step.at());
    return ledger.changed(step, "planned");
  }

  Round cancel(Step step) {
    RoundDao dao = new RoundDao(step.handle());
    Round round =
        dao.find(step.round())
            .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "round.unknown"));
    boolean planner = round.plan() != null && round.plan().by().equals(step.by());
    if (!planner && step.author().role() != Role.COORDINATOR && !step.admitted()) {
      throw new Refusal(Reason.FORBIDDEN, "round.cancel.others");
    }
    if (round.state() == State.CANCELLED) {
      return round;
    }
    if (round.state() != State.PLANNED) {
      throw new Refusal(Reason.CONFLICT, "round.cancel.late");
    }
    dao.setState(round.id(), State.CANCELLED);
    Round after = ledger.changed(step, "cancelled");
    dao.depart(round.id(), after.revision());
    return after;
  }

  private static boolean isSamePlan(Round before, Step step, Course course) {
    return !before.isBegun()
        && before.plan().by().equals(step.by())
        && before.district().equals(course.district())
        && before.code().equals(course.code());
  }

  private static void requireTimes(Step step, Args.Plan args) {
    Deadline.requirePlanned(args.startsAt(), args.dueBackAt());
    if (args.startsAt().isBefore(step.at())
        || args.startsAt().isAfter(step.at().plus(FURTHEST))) {
      throw new Refusal(Reason.UNPROCESSABLE, "round.plan.day");
    }
  }

  private void requirePlaces(Course course) {
    boolean known =
        places.findDistrict(course.district()).isPresent()
            && course.complexes().stream()
                .allMatch(
                    complex ->
                        places.findDistrictOf(complex).filter(course.district()::equals).isPresent());
    if (!known) {
      throw new Refusal(Reason.UNPROCESSABLE, "round.complex");
    }
  }

  private void requirePartner(Step step, Args.Plan args, Course course) {
    if (args.partner() == null) {
      return;
    }
    boolean could =
        !args.partner().equals(step.by())
            && accounts
                .find(args.partner())
                .filter(person -> person.role() == Role.VOLUNTEER)
                .filter(person -> person.districts().contains(course.district()))
                .isPresent();
    if (!could) {
      throw new Refusal(Reason.UNPROCESSABLE, "round.partner");
    }
  }
}
