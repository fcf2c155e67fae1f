package nl.buurtronde.sync;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtronde.database.Database;
import nl.buurtronde.database.TransactionLost;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Refusal;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Gives each mutation to the room that knows its name; what a room refuses is set aside. */
final class Applier {
  private static final Logger LOG = LoggerFactory.getLogger(Applier.class);

  private final Database database;
  private final Authors authors;
  private final Map<String, Mutations> rooms = new HashMap<>();

  Applier(Database database, List<Mutations> rooms, Authors authors) {
    this.database = database;
    this.authors = authors;
    rooms.forEach(room -> room.names().forEach(name -> this.rooms.put(name, room)));
  }

  /** Reads it outside any transaction; what is wrong with it is told when it is applied. */
  Mutations.Prepared prepare(Mutation mutation) {
    Mutations room = mutation == null ? null : rooms.get(mutation.name());
    if (room == null) {
      String reason = mutation == null ? "mutation.invalid" : "mutation.name";
      return (author, admitted, handle) -> Verdict.quarantined(reason);
    }
    try {
      return room.prepare(mutation);
    } catch (RuntimeException e) {
      return (author, admitted, handle) -> {
        throw e;
      };
    }
  }

  Verdict apply(Mutation mutation, Actor author, boolean admitted, Handle handle) {
    return apply(mutation, prepare(mutation), author, admitted, handle);
  }

  /** Runs inside the caller's transaction, with a savepoint of its own. */
  Verdict apply(
      Mutation mutation,
      Mutations.Prepared prepared,
      Actor author,
      boolean admitted,
      Handle handle) {
    try {
      return database.write(inner -> prepared.apply(author, admitted, inner));
    } catch (Refusal refusal) {
      return Verdict.quarantined(refusal.key());
    } catch (TransactionLost e) {
      throw e; // whatever was the reason: what came before it is gone as well
    } catch (RuntimeException e) {
      if (isTheDisk(e)) {
        throw e;
      }
      LOG.error("Mutation {} {} could not be applied", mutation.name(), mutation.id(), e);
      return Verdict.quarantined("mutation.fault");
    }
  }

  /** Tries again what was kept, for whoever sent it. */
  Verdict applyAsAuthor(StoredMutation stored, Handle handle) {
    return apply(Waiting.mutation(stored), authors.actor(stored.account()), false, handle);
  }

  // A failing disk says nothing of this mutation: the whole push fails, and is tried again.
  private static boolean isTheDisk(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return !isConstraint(sqlite.getResultCode());
      }
    }
    return false;
  }

  private static boolean isConstraint(SQLiteErrorCode code) {
    return code.name().startsWith("SQLITE_CONSTRAINT") || code == SQLiteErrorCode.SQLITE_MISMATCH;
  }
}
