package nl.buurtronde.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/**
 * What may come in within an hour from people without an account: from one network, for one
 * district, and in all. Forgets the network that was silent longest, so that memory stays bounded.
 */
public final class HourlyLimits {
  private static final int MOST_NETWORKS = 20_000;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String ALL = "all";

  /** How many pieces from one network, for one district, and in all. */
  public record Rates(int network, int district, int all) {
    public Rates {
      if (network < 1 || district < 1 || all < 1) {
        throw new IllegalArgumentException("must be three numbers above 0");
      }
    }

    /** Reads {@code 120,600,3000}. */
    public static Rates parse(String text) {
      if (!text.matches("\\d{1,7}(,\\d{1,7}){2}")) {
        throw new IllegalArgumentException("must be three numbers, as 120,600,3000");
      }
      String[] each = text.split(",");
      return new Rates(
          Integer.parseInt(each[0]), Integer.parseInt(each[1]), Integer.parseInt(each[2]));
    }

    public Rates times(int factor) {
      return new Rates(network * factor, district * factor, all * factor);
    }
  }

  private record Hour(Instant began, long pieces) {}

  private final Clock clock;
  private final Rates rates;
  private final String phone;
  private final Map<String, Hour> hours =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Hour> eldest) {
          return size() > MOST_NETWORKS;
        }
      };

  /** @param phone whom to ring instead, or empty */
  public HourlyLimits(Clock clock, Rates rates, String phone) {
    this.clock = clock;
    this.rates = rates;
    this.phone = phone;
  }

  /** Refuses when the hour is full. */
  public synchronized void require(String network, UUID district) {
    Instant now = clock.instant();
    require(network, rates.network(), now);
    if (district != null) {
      require(district.toString(), rates.district(), now);
    }
    require(ALL, rates.all(), now);
  }

  /** Counts one, or refuses it. */
  public synchronized void take(String network, UUID district) {
    take(network, district, 1);
  }

  /** Counts so many at once, which may go over the edge; refuses when it had been reached. */
  public synchronized void take(String network, UUID district, int pieces) {
    require(network, district);
    Instant now = clock.instant();
    count(network, pieces, now);
    if (district != null) {
      count(district.toString(), pieces, now);
    }
    count(ALL, pieces, now);
  }

  synchronized int size() {
    return hours.size();
  }

  private void require(String key, int most, Instant now) {
    Hour hour = current(key, now);
    if (hour.pieces() >= most) {
      long seconds = Duration.between(now, hour.began().plus(HOUR)).toSeconds() + 1;
      throw phone.isEmpty()
          ? new Refusal(Reason.TOO_MANY, "public.many", seconds)
          : new Refusal(Reason.TOO_MANY, "public.many.phone", seconds, phone);
    }
  }

  private void count(String key, int more, Instant now) {
    Hour hour = current(key, now);
    hours.put(key, new Hour(hour.began(), hour.pieces() + more));
  }

  private Hour current(String key, Instant now) {
    Hour hour = hours.get(key);
    boolean over = hour == null || !now.isBefore(hour.began().plus(HOUR));
    return over || now.isBefore(hour.began()) ? new Hour(now, 0) : hour;
  }
}
