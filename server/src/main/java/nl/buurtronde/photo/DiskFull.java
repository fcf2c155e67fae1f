package nl.buurtronde.photo;

import java.io.IOException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a full disk from every other failure, whether a file or the database met it. */
final class DiskFull {

  static boolean causes(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException e && e.getResultCode() == SQLiteErrorCode.SQLITE_FULL) {
        return true;
      }
      if (cause instanceof IOException e && saysSo(e)) {
        return true;
      }
    }
    return false;
  }

  /** Java has no type for it: these are the system's words for ENOSPC and EDQUOT. */
  private static boolean saysSo(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("No space left on device") || message.contains("quota exceeded");
  }

  private DiskFull() {}
}
