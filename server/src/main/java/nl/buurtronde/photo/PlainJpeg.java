package nl.buurtronde.photo;

import java.nio.charset.StandardCharsets;

/** The last look at what is to be kept: nothing in the file but the picture itself. */
final class PlainJpeg {

  static void verify(byte[] jpeg) {
    int length = jpeg.length;
    require(length > 4 && at(jpeg, 0) == 0xff && at(jpeg, 1) == 0xd8);
    int position = 2;
    while (at(jpeg, position + 1) != 0xd9) {
      position = segment(jpeg, position);
    }
    require(at(jpeg, position) == 0xff && position + 2 == length);
  }

  private static int segment(byte[] jpeg, int position) {
    int marker = at(jpeg, position + 1);
    int end = position + 2 + (at(jpeg, position + 2) << 8 | at(jpeg, position + 3));
    require(at(jpeg, position) == 0xff && end <= jpeg.length);
    switch (marker) {
      case 0xdb, 0xc4, 0xdd, 0xc0, 0xc1, 0xc2 -> {}
      case 0xe0 -> require(bareHeader(jpeg, position, end));
      case 0xda -> end = endOfScan(jpeg, end);
      default -> require(false);
    }
    return end;
  }

  /** A JFIF header of 18 bytes has no room for a thumbnail. */
  private static boolean bareHeader(byte[] jpeg, int position, int end) {
    String name = new String(jpeg, position + 4, 5, StandardCharsets.ISO_8859_1);
    return end - position == 18 && name.equals("JFIF\0");
  }

  private static int endOfScan(byte[] jpeg, int position) {
    int next = position;
    while (at(jpeg, next) != 0xff || insideScan(at(jpeg, next + 1))) {
      next++;
    }
    return next;
  }

  private static boolean insideScan(int marker) {
    return marker == 0 || marker >= 0xd0 && marker <= 0xd7;
  }

  private static int at(byte[] jpeg, int position) {
    require(position < jpeg.length);
    return jpeg[position] & 0xff;
  }

  private static void require(boolean plain) {
    if (!plain) {
      throw new IllegalStateException("a cleaned photo holds more than a picture");
    }
  }

  private PlainJpeg() {}
}
