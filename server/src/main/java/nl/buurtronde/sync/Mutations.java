package nl.buurtronde.sync;

import java.util.Set;
import nl.buurtronde.kernel.Actor;
import org.jdbi.v3.core.Handle;

/** What phones may ask of one room. */
public interface Mutations {
  /** The names it answers to, as {@code observation.record}. */
  Set<String> names();

  /**
   * Applies one mutation inside the push's transaction. A {@link nl.buurtronde.kernel.Refusal}
   * undoes its effects and sets it aside for the coordinator under the refusal's key.
   *
   * @param admitted true when a coordinator lets it in: scope is then not judged again
   */
  Verdict apply(Mutation mutation, Actor author, boolean admitted, Handle handle);
}
