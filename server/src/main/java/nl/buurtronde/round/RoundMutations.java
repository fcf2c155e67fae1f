package nl.buurtronde.round;

import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.sync.Mutation;
import nl.buurtronde.sync.Mutations;
import nl.buurtronde.sync.Verdict;

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
  public Prepared prepare(Mutation mutation) {
    Function<Step, Round> verb = read(mutation);
    return (author, admitted, handle) -> {
      Step step = new Step(mutation, author, admitted, handle);
      return Verdict.applied(verb.apply(step).revision());
    };
  }

  private Function<Step, Round> read(Mutation mutation) {
    return switch (mutation.name()) {
      case "round.plan" -> with(mutation, Args.Plan.class, planning::plan);
      case "round.cancel" -> with(mutation, Args.Nothing.class, (s, args) -> planning.cancel(s));
      case "round.start" -> with(mutation, Args.Start.class, walking::start);
      case "round.join" -> with(mutation, Args.Join.class, walking::join);
      case "round.extend" -> with(mutation, Args.Extend.class, walking::extend);
      case "round.checkIn" -> with(mutation, Args.CheckIn.class, walking::checkIn);
      case "round.finish" -> with(mutation, Args.Nothing.class, (s, args) -> walking.finish(s));
      case "round.leave" -> with(mutation, Args.Nothing.class, (s, args) -> walking.leave(s));
      case "round.check" -> with(mutation, Args.Check.class, checklist::check);
      default -> throw new Refusal(Reason.INVALID, "mutation.name");
    };
  }

  private static <T> Function<Step, Round> with(
      Mutation mutation, Class<T> type, BiFunction<Step, T, Round> verb) {
    T args = Json.convert(mutation.args(), type);
    return step -> verb.apply(step, args);
  }
}
