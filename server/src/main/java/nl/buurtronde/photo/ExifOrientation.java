package nl.buurtronde.photo;

/**
 * Reads the one EXIF value a picture needs. It looks at the first directory only and follows no
 * other pointer, so that a looping or oversized EXIF block costs nothing; anything odd means
 * "upright". A library would parse all of it, XML included.
 */
final class ExifOrientation {
  static final int UPRIGHT = 1;
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;

  private final byte[] bytes;
  private final int from;
  private final int to;
  private final boolean littleEndian;

  /** The TIFF block between two offsets: what follows "Exif\0\0", or a PNG's eXIf chunk. */
  static int read(byte[] bytes, int from, int to) {
    if (to - from < 14) {
      return UPRIGHT;
    }
    boolean little = bytes[from] == 'I' && bytes[from + 1] == 'I';
    boolean big = bytes[from] == 'M' && bytes[from + 1] == 'M';
    if (!little && !big) {
      return UPRIGHT;
    }
    return new ExifOrientation(bytes, from, to, little).find();
  }

  private ExifOrientation(byte[] bytes, int from, int to, boolean littleEndian) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.littleEndian = littleEndian;
  }

  private int find() {
    long directory = from + number(from + 4, 4);
    if (directory + 2 > to) {
      return UPRIGHT;
    }
    long count = number((int) directory, 2);
    for (long i = 0, entry = directory + 2; i < count && entry + 12 <= to; i++, entry += 12) {
      int at = (int) entry;
      if (number(at, 2) != TAG) {
        continue;
      }
      long value = number(at + 2, 2) == SHORT ? number(at + 8, 2) : UPRIGHT;
      return value >= 1 && value <= 8 ? (int) value : UPRIGHT;
    }
    return UPRIGHT;
  }

  private long number(int at, int size) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      int digit = bytes[littleEndian ? at + size - 1 - i : at + i] & 0xff;
      value = value << 8 | digit;
    }
    return value;
  }
}
