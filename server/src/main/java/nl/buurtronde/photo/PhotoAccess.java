package nl.buurtronde.photo;

import nl.buurtronde.kernel.Actor;

/** Who may see a picture is known by what it belongs to, in a room further on. */
@FunctionalInterface
public interface PhotoAccess {
  boolean maySee(Actor actor, String sha256);

  /** Told before it is handed out to who may, for what has to be noted. */
  default void looked(Actor actor, String sha256) {}
}
