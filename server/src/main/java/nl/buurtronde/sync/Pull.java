package nl.buurtronde.sync;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** Gives phones what changed since their cursor, from one snapshot (SYNC invariant 5). */
final class Pull {
  private static final int MOST = 500;

  private final Database database;
  private final Clock clock;
  private final Epoch epoch;
  private final List<Changes> rooms;

  Pull(Database database, Clock clock, Epoch epoch, List<Changes> rooms) {
    this.database = database;
    this.clock = clock;
    this.epoch = epoch;
    this.rooms = rooms;
  }

  record Answer(
      int proto,
      String epoch,
      boolean reset,
      List<Change> changes,
      String cursor,
      boolean more,
      Instant serverTime) {}

  /**
   * @param cursor as given before, or null; one of another epoch or another scope starts anew
   */
  Answer since(Actor actor, String cursor, int limit) {
    int most = Math.max(1, Math.min(limit, MOST));
    Cursor given = Cursor.read(cursor);
    String scope = scope(actor);
    return database.read(
        handle -> {
          long current = Revisions.current(handle);
          boolean reset =
              given == null
                  || !given.epoch().equals(epoch.value())
                  || !given.scope().equals(scope)
                  || given.revision() > current;
          long after = reset ? -1 : given.revision();
          List<Change> changes =
              after == current
                  ? List.of()
                  : rooms.stream()
                      .flatMap(room -> room.since(handle, actor, after, most + 1).stream())
                      .sorted(Comparator.comparingLong(Change::revision))
                      .limit(most + 1L)
                      .toList();
          boolean more = changes.size() > most;
          List<Change> page = more ? changes.subList(0, most) : changes;
          // Nothing of ours up to the snapshot's own revision is left: skip what is others'.
          long through = more ? page.get(most - 1).revision() : current;
          String next = new Cursor(epoch.value(), through, scope).text();
          boolean first = reset && cursor != null && !cursor.isEmpty();
          return new Answer(1, epoch.value(), first, page, next, more, clock.instant());
        });
  }

  // Another role or other districts mean another view of everything: the phone starts anew.
  private static String scope(Actor actor) {
    TreeSet<UUID> districts = new TreeSet<>(actor.districts());
    return Integer.toHexString(List.of(actor.id(), actor.role().wire(), districts).hashCode());
  }

  private record Cursor(String epoch, long revision, String scope) {
    static Cursor read(String text) {
      if (text == null || text.isEmpty()) {
        return null;
      }
      try {
        String[] parts =
            new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(":");
        return new Cursor(parts[0], Long.parseLong(parts[1]), parts[2]);
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new Refusal(Reason.INVALID, "pull.cursor");
      }
    }

    String text() {
      String text = epoch + ":" + revision + ":" + scope;
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
