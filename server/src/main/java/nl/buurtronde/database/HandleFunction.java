package nl.buurtronde.database;

import org.jdbi.v3.core.Handle;

/** Work on one transaction's connection. */
@FunctionalInterface
public interface HandleFunction<T> {
  T apply(Handle handle);
}
