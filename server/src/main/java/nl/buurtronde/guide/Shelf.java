package nl.buurtronde.guide;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import nl.buurtronde.database.Database;

/**
 * Answers that are the same for everybody, kept until something they are made of changes: after a
 * poster went up, thousands ask for the same.
 */
final class Shelf {
  /** @param until when it is no longer true by itself, if ever */
  record Made(byte[] bytes, Optional<Instant> until) {}

  /** @param tag a strong ETag */
  record Kept(byte[] bytes, String tag, Optional<Instant> until) {}

  private final Clock clock;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  Shelf(Database database, Clock clock, Set<String> tables) {
    this.clock = clock;
    database.onChange(tables, this::clear);
  }

  /** Only for names of which there are few: nothing is thrown away before a change. */
  Kept get(String name, Supplier<Made> make) {
    Kept found = kept.get(name);
    if (found != null && found.until().map(clock.instant()::isBefore).orElse(true)) {
      return found;
    }
    long before = changes.get();
    Made made = make.get();
    Kept fresh = new Kept(made.bytes(), '"' + hash(made.bytes()) + '"', made.until());
    kept.put(name, fresh);
    if (changes.get() != before) {
      kept.remove(name, fresh); // made of what has changed meanwhile
    }
    return fresh;
  }

  static String hash(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void clear() {
    changes.incrementAndGet();
    kept.clear();
  }
}
