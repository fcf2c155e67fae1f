package nl.buurtronde.photo;

import nl.buurtronde.kernel.Actor;

/** Who may see a picture is known by what it belongs to, in a room further on. */
@FunctionalInterface
public interface PhotoAccess {
  boolean maySee(Actor actor, String sha256);
}
