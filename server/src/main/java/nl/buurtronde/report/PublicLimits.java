package nl.buurtronde.report;

import java.time.Clock;
import nl.buurtronde.http.HourlyLimits;

/** What anybody may ask beside sending reports: photos, and whether others saw the same. */
final class PublicLimits {
  private static final int PHOTOS_PER_REPORT = 4; // three, and one that had to come again
  private static final int LOOKS_PER_REPORT = 20; // each step back and forth in the form is one
  private static final int KILOBYTE = 1_000;

  // A phone sends its report first; only who means harm sends many photos that belong to none.
  private static final HourlyLimits.Rates UNNAMED_KILOBYTES =
      new HourlyLimits.Rates(30_000, Integer.MAX_VALUE, 300_000);

  private final HourlyLimits photos;
  private final HourlyLimits unnamed;
  private final HourlyLimits looks;

  PublicLimits(Clock clock, HourlyLimits.Rates rates, String phone) {
    photos = new HourlyLimits(clock, rates.times(PHOTOS_PER_REPORT), phone);
    unnamed = new HourlyLimits(clock, UNNAMED_KILOBYTES, phone);
    looks = new HourlyLimits(clock, rates.times(LOOKS_PER_REPORT), phone);
  }

  /**
   * Refuses before anything of it is read.
   *
   * @param named a report has said that it will come
   */
  void requirePhoto(String network, boolean named) {
    photos.require(network, null);
    if (!named) {
      unnamed.require(network, null);
    }
  }

  void takePhoto(String network, boolean named, long bytes) {
    photos.take(network, null);
    if (!named) {
      unnamed.take(network, null, (int) (bytes / KILOBYTE) + 1);
    }
  }

  /** Counts a look at similar reports, or refuses it. */
  void takeLook(String network) {
    looks.take(network, null);
  }
}
