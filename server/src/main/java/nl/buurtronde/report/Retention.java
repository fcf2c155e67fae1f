package nl.buurtronde.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.concern.Concerns;
import nl.buurtronde.concern.Followers;
import nl.buurtronde.database.Database;
import nl.buurtronde.photo.Photos;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what tenants sent when it has been kept long enough. Each piece is a transaction of its
 * own and each run begins anew, so that one that was ended halfway is simply run again.
 */
public final class Retention implements AutoCloseable {
  static final Duration CONCERN = Duration.ofDays(30);
  static final Duration CONTACT = Duration.ofDays(30);
  static final Duration PHOTO = Duration.ofDays(90);
  static final Duration UNNAMED_PHOTO = Duration.ofHours(24);
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final Database database;
  private final Clock clock;
  private final Audit audit;
  private final Concerns concerns;
  private final Followers followers;
  private final Photos photos;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "retention"));

  Retention(
      Database database,
      Clock clock,
      Audit audit,
      Concerns concerns,
      Followers followers,
      Photos photos) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.concerns = concerns;
    this.followers = followers;
    this.photos = photos;
  }

  public void start() {
    thread.scheduleWithFixedDelay(this::run, 1, 60, TimeUnit.MINUTES); // a start has enough to do
  }

  /** One look at everything; what fails is logged and does not keep the rest from its turn. */
  public synchronized void run() {
    Instant now = clock.instant();
    remove("concern", () -> concerns.removeClosedBy(now.minus(CONCERN)));
    remove("report-contact", () -> eraseContacts(now));
    remove("report-follower", () -> removeFollowers(now));
    remove("report-photo", () -> removePhotos(now));
    remove("photo", () -> removeUnnamed(now));
    emptyLog();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void remove(String what, IntSupplier removal) {
    try {
      int count = removal.getAsInt();
      if (count > 0) {
        database.write(
            handle -> {
              audit.record(handle, null, "retention.run", what, count + " removed");
              return null;
            });
      }
    } catch (RuntimeException e) {
      LOG.error("What was kept long enough of {} could not be removed", what, e);
    }
  }

  private int eraseContacts(Instant now) {
    return database.write(
        handle -> {
          List<UUID> old = Reports.REGISTER.listWithContact(handle, now.minus(CONTACT));
          old.forEach(id -> erase(handle, id, now));
          return old.size();
        });
  }

  private static void erase(Handle handle, UUID id, Instant now) {
    Reports.REGISTER.eraseContact(handle, id, now, Revisions.next(handle));
  }

  private int removeFollowers(Instant now) {
    return database.write(
        handle -> {
          List<UUID> old = Reports.REGISTER.listFollowed(handle, now.minus(CONTACT));
          old.forEach(id -> followers.removeAll(handle, id));
          return old.size();
        });
  }

  private int removePhotos(Instant now) {
    return database.write(
        handle -> {
          ReportDao reports = new ReportDao(handle);
          List<UUID> old = reports.listWithPhotos(now.minus(PHOTO));
          old.forEach(id -> reports.removePhotos(id, Revisions.next(handle)));
          return old.size();
        });
  }

  // A report may name one meanwhile: that is judged again when it goes.
  int removeUnnamed(Instant now) {
    List<String> unnamed =
        database.read(
            handle -> new ReportDao(handle).listUnnamedPhotos(now.minus(UNNAMED_PHOTO)));
    return (int)
        unnamed.stream()
            .filter(
                sha256 ->
                    photos.removeUnless(
                        Photos.TENANT, sha256, handle -> new ReportDao(handle).isNamed(sha256)))
            .count();
  }

  // Each time: what an earlier run could not empty, or a kill left, goes with the next.
  private void emptyLog() {
    try {
      if (!database.emptyLog()) {
        LOG.info("Somebody was reading; the log is emptied with the next run");
      }
    } catch (RuntimeException e) {
      LOG.error("The log could not be emptied of what was removed", e);
    }
  }
}
