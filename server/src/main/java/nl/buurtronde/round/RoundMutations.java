package nl.buurtronde.round;

import java.util.Set;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.sync.Mutation;
import nl.buurtronde.sync.Mutations;
import nl.buurtronde.sync.Verdict;
import org.jdbi.v3.core.Handle;

/** What phones ask of a round. */
final class RoundMutations implements Mutations {
  private final Planning planning;
  private final Walking walking;
  private final Checklist checklist;

  RoundMutations(Planning planning, Walking walking, Checklist checklist) {
    this.planning = planning;
    this.walking = walking;
    this.checklist = checklist;
  }

  @Override
  public Set<String> names() {
    return Set.of(
        "round.plan",
        "round.cancel",
        "round.start",
        "round.join",
        "round.extend",
        "round.checkIn",
        "round.finish",
        "round.leave",
        "round.check");
  }

  @Override
  public Verdict apply(Mutation mutation, Actor author, boolean admitted, Handle handle) {
    Step step = new Step(mutation, author, admitted, handle);
    return Verdict.applied(apply(step).revision());
  }

  private Round apply(Step step) {
    return switch (step.mutation().name()) {
      case "round.plan" -> planning.plan(step, args(step, Args.Plan.class));
      case "round.cancel" -> planning.cancel(nothing(step));
      case "round.start" -> walking.start(step, args(step, Args.Start.class));
      case "round.join" -> walking.join(step, args(step, Args.Join.class));
      case "round.extend" -> walking.extend(step, args(step, Args.Extend.class));
      case "round.checkIn" -> walking.checkIn(step, args(step, Args.CheckIn.class));
      case "round.finish" -> walking.finish(nothing(step));
      case "round.leave" -> walking.leave(nothing(step));
      case "round.check" -> checklist.check(step, args(step, Args.Check.class));
      default -> throw new Refusal(Reason.INVALID, "mutation.name");
    };
  }

  private static Step nothing(Step step) {
    args(step, Args.Nothing.class);
    return step;
  }

  private static <T> T args(Step step, Class<T> type) {
    return Json.convert(step.mutation().args(), type);
  }
}
