package nl.buurtronde.photo;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Hears inside the transaction that records it that somebody has sent this picture. */
@FunctionalInterface
public interface PhotoListener {
  void stored(Handle handle, String sha256, UUID sender);
}
