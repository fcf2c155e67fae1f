package nl.buurtronde.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** What one account may send in a day: far more than anybody walks together, and no disk full. */
public final class DailyQuota {
  private record Used(LocalDate day, long pieces, long bytes) {}

  private final Clock clock;
  private final long pieces;
  private final long bytes;
  private final String key;
  private final Map<UUID, Used> used = new HashMap<>();

  /**
   * @param bytesEach what a piece may measure when all of them come
   * @param key the sentence for who has sent it all, with the seconds to wait
   */
  public DailyQuota(Clock clock, long pieces, long bytesEach, String key) {
    this.clock = clock;
    this.pieces = pieces;
    this.bytes = pieces * bytesEach;
    this.key = key;
  }

  /** Refuses who has had it all, before anything of the body is read. */
  public synchronized void require(UUID account) {
    Instant now = clock.instant();
    Used today = today(account, now);
    if (today.pieces() >= pieces || today.bytes() >= bytes) {
      Instant tomorrow = today.day().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      throw new Refusal(Reason.TOO_MANY, key, Duration.between(now, tomorrow).toSeconds() + 1);
    }
  }

  /** Counts afterwards: what failed on our side takes nothing of it. */
  public synchronized void count(UUID account, long morePieces, long moreBytes) {
    Used today = today(account, clock.instant());
    used.put(
        account,
        new Used(today.day(), today.pieces() + morePieces, today.bytes() + moreBytes));
  }

  private Used today(UUID account, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Used so = used.get(account);
    return so != null && so.day().equals(day) ? so : new Used(day, 0, 0);
  }
}
