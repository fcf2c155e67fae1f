package nl.buurtronde.photo;

import org.jdbi.v3.core.Handle;

/** Hears of a picture's arrival inside the transaction that records it. */
@FunctionalInterface
public interface PhotoListener {
  void stored(Handle handle, String sha256);
}
