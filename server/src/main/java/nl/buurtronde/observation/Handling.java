package nl.buurtronde.observation;

import java.util.UUID;
import java.util.function.Consumer;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;

/** What the office does with what was sent to it: one set of verbs for all rooms. */
public abstract class Handling {
  /** Runs the verb on this one, in one transaction; refuses whose it is not. */
  protected abstract void change(Actor actor, UUID id, Consumer<Desk> verb);

  public final void acknowledge(Actor actor, UUID id) {
    change(actor, id, Desk::acknowledge);
  }

  /** Gives the message's identifier. */
  public final UUID answer(Actor actor, UUID id, UUID message, String text) {
    String words = Checks.message(text);
    UUID said = message == null ? Id.next() : message;
    change(actor, id, desk -> desk.answer(said, words));
    return said;
  }

  /** Gives the message's identifier. */
  public final UUID ask(Actor actor, UUID id, UUID message, String text) {
    String words = Checks.message(text);
    UUID said = message == null ? Id.next() : message;
    change(actor, id, desk -> desk.ask(said, words));
    return said;
  }

  public final void close(Actor actor, UUID id, String outcome, String text) {
    String what = Checks.outcome(outcome);
    String words = Checks.text(text == null ? "" : text);
    change(actor, id, desk -> desk.close(what, words));
  }

  public final void reopen(Actor actor, UUID id, String text) {
    String words = Checks.text(text == null ? "" : text);
    change(actor, id, desk -> desk.reopen(words));
  }
}
