package nl.buurtronde.round;

import org.jdbi.v3.core.Handle;

/** Judges whether somebody watches over a pair; those on call implement it. */
public interface Watch {
  /** Asked only for two people under way. */
  Watched of(Handle handle, Round round);
}
