package nl.buurtronde.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions as they last stood in the database, for each request asks for one. Forgotten as soon as
 * a commit has changed any, and before that commit is answered: a revocation counts at once.
 */
final class SessionMemory {
  private static final int MOST = 5_000;

  private final Map<String, SessionDao.Row> rows = new HashMap<>();
  private long changes;

  /** To be asked before the snapshot from which something is kept. */
  synchronized long changes() {
    return changes;
  }

  synchronized Optional<SessionDao.Row> find(String tokenHash) {
    return Optional.ofNullable(rows.get(tokenHash));
  }

  /** Keeps it, unless something changed since: then it may be old already. */
  synchronized void keep(String tokenHash, SessionDao.Row row, long since) {
    if (since == changes && rows.size() < MOST) {
      rows.put(tokenHash, row);
    }
  }

  synchronized void forget() {
    changes++;
    rows.clear();
  }
}
