package nl.buurtronde.sync;

import java.util.Set;
import nl.buurtronde.kernel.Actor;
import org.jdbi.v3.core.Handle;

/** What phones may ask of one room. */
public interface Mutations {
  /** The names it answers to, as {@code observation.record}. */
  Set<String> names();

  /**
   * Reads one mutation, before the transaction begins: the one thread that writes has enough to do.
   * A {@link nl.buurtronde.kernel.Refusal} sets it aside for the coordinator.
   */
  Prepared prepare(Mutation mutation);

  /** A mutation that has been read. */
  @FunctionalInterface
  interface Prepared {
    /**
     * Applies it inside the push's transaction. A {@link nl.buurtronde.kernel.Refusal} undoes its
     * effects and sets it aside for the coordinator under the refusal's key.
     *
     * @param admitted true when a coordinator lets it in: scope is then not judged again
     */
    Verdict apply(Actor author, boolean admitted, Handle handle);
  }
}
