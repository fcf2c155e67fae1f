package nl.buurtronde.place;

import java.util.Arrays;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** Tells by its first bytes, never by its name, what cannot be a text file. */
final class FileKind {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private FileKind() {}

  /** @param wanted the key of the sentence that says which kind of file to choose */
  static void check(byte[] file, String wanted) {
    if (isBlank(file)) {
      throw new Refusal(Reason.UNPROCESSABLE, "place.file.empty");
    }
    if (startsWith(file, ZIP) || startsWith(file, OLD_OFFICE)) {
      throw new Refusal(Reason.UNSUPPORTED, "place.file.spreadsheet");
    }
    if (!isUtf16(file) && contains(file, (byte) 0)) {
      throw new Refusal(Reason.UNSUPPORTED, wanted);
    }
  }

  static boolean isUtf16(byte[] file) {
    return file.length >= 2
        && ((file[0] == (byte) 0xFF && file[1] == (byte) 0xFE)
            || (file[0] == (byte) 0xFE && file[1] == (byte) 0xFF));
  }

  static boolean startsWith(byte[] file, byte[] start) {
    return file.length >= start.length
        && Arrays.equals(file, 0, start.length, start, 0, start.length);
  }

  private static boolean isBlank(byte[] file) {
    for (byte b : file) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(byte[] file, byte wanted) {
    for (byte b : file) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }
}
