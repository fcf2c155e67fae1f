package nl.buurtronde.round;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import nl.buurtronde.round.CheckDao.Check;

/** The wijkschouw: what was found of each item at each complex. */
final class Checklist {
  private final Walking walking;
  private final Ledger ledger;

  Checklist(Walking walking, Ledger ledger) {
    this.walking = walking;
    this.ledger = ledger;
  }

  /** Also after the round has ended: a phone may bring it later. */
  Round check(Step step, Args.Check args) {
    Round round = walking.requireMember(step);
    new CheckDao(step.handle())
        .save(
            new Check(
                round.id(),
                args.complex(),
                args.item(),
                args.result(),
                args.note(),
                step.by(),
                step.at()));
    JsonNode detail =
        JsonNodeFactory.instance
            .objectNode()
            .put("complex", args.complex().toString())
            .put("item", args.item())
            .put("result", args.result());
    return ledger.changed(step, "checked", detail);
  }
}
