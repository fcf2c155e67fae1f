package nl.buurtronde.photo;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.DailyQuota;
import nl.buurtronde.http.Routes;

/** The room of pictures; its routes are made last, when it is known whose pictures they are. */
public final class PhotoModule implements AutoCloseable {
  private static final int DECODES_AT_ONCE = 2;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final Duration LONGEST_DECODE = Duration.ofSeconds(5);

  private final Darkroom darkroom;
  private final Photos photos;

  private PhotoModule(Darkroom darkroom, Photos photos) {
    this.darkroom = darkroom;
    this.photos = photos;
  }

  /** Keeps the files in {@code folder}, made when absent. */
  public static PhotoModule create(Database database, Path folder, Clock clock) {
    var darkroom = new Darkroom(DECODES_AT_ONCE, LONGEST_WAIT, LONGEST_DECODE);
    var photos = new Photos(database, new PhotoFolder(folder), darkroom, clock);
    return new PhotoModule(darkroom, photos);
  }

  public Photos photos() {
    return photos;
  }

  public Routes routes(PhotoAccess access, DailyQuota daily) {
    return new PhotoRoutes(photos, access, daily);
  }

  @Override
  public void close() {
    darkroom.close();
  }
}
