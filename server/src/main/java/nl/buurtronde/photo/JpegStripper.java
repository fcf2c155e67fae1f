package nl.buurtronde.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.photo.Stripped.Ink;

/**
 * Walks a JPEG marker by marker and moves the parts a decoder needs to the front of the same array.
 * Strict on purpose: the phone makes its own JPEG, so a gap or a missing end is damage.
 */
final class JpegStripper {
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;

  /** A progressive file may ask for any number of passes over all its pixels; real ones use ten. */
  private static final int MAX_SCANS = 64;

  /** Several scans make the decoder hold every coefficient: 2 bytes × channels × pixels. */
  private static final long MAX_PIXELS_IN_SCANS = 10_000_000;

  private static final byte[] JFIF = {
    (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };
  private static final byte[] ADOBE = {
    (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
  };

  private final byte[] bytes;
  private int in = 2;
  private int out = 2;
  private int scans;
  private int width;
  private int height;
  private int channels;
  private int orientation;
  private int adobe = -1;
  private boolean jfif;

  static Stripped strip(byte[] file) {
    return new JpegStripper(file).strip();
  }

  private JpegStripper(byte[] bytes) {
    this.bytes = bytes;
  }

  private Stripped strip() {
    for (int marker = marker(); marker != EOI; marker = marker()) {
      segment(marker);
    }
    require(scans > 0);
    put(new byte[] {(byte) 0xff, (byte) EOI});
    var stripped =
        new Stripped(
            "jpeg", bytes, out, width, height, channels, ink(), Math.max(orientation, 1));
    if (scans > 1 && (long) width * height > MAX_PIXELS_IN_SCANS) {
      throw new Refusal(Reason.UNPROCESSABLE, "photo.pixels");
    }
    return stripped;
  }

  private int marker() {
    require(in + 1 < bytes.length && bytes[in] == (byte) 0xff);
    while (in < bytes.length && bytes[in] == (byte) 0xff) {
      in++;
    }
    require(in < bytes.length);
    return bytes[in++] & 0xff;
  }

  private void segment(int marker) {
    require(in + 2 <= bytes.length);
    int start = in;
    int end = start + number(start);
    require(end >= start + 2 && end <= bytes.length);
    in = end;
    switch (marker) {
      case 0xdb, 0xc4, 0xdd -> keep(marker, start, end);
      case 0xc0, 0xc1, 0xc2 -> frame(marker, start, end);
      case SOS -> scan(start);
      case 0xe0 -> jfif |= end - start >= 16 && says("JFIF\0", start + 2, end);
      case 0xe1 -> exif(start + 2, end);
      case 0xee -> adobe(start + 2, end);
      default -> require(marker == 0xfe || marker >= 0xe2 && marker <= 0xef);
    }
  }

  private void frame(int marker, int start, int end) {
    require(channels == 0 && end - start >= 8 && bytes[start + 2] == 8);
    height = number(start + 3);
    width = number(start + 5);
    channels = bytes[start + 7] & 0xff;
    require(channels == 1 || channels == 3 || channels == 4);
    // What the metadata said about the colours is told anew; each was at least as long.
    if (jfif) {
      put(JFIF);
    }
    if (adobe >= 0) {
      put(ADOBE);
      bytes[out - 1] = (byte) adobe;
    }
    keep(marker, start, end);
  }

  private void scan(int start) {
    require(channels > 0 && ++scans <= MAX_SCANS);
    while (in + 1 < bytes.length && !endsScan(bytes[in], bytes[in + 1])) {
      in++;
    }
    keep(SOS, start, in);
  }

  private static boolean endsScan(byte first, byte second) {
    int marker = second & 0xff;
    boolean insideScan = marker == 0 || marker == 0xff || marker >= 0xd0 && marker < SOI;
    return first == (byte) 0xff && !insideScan;
  }

  private void exif(int start, int end) {
    if (orientation == 0 && says("Exif\0", start, end)) {
      orientation = ExifOrientation.read(bytes, start + 6, end);
    }
  }

  private void adobe(int start, int end) {
    if (channels == 0 && end - start >= 12 && says("Adobe", start, end)) {
      adobe = bytes[start + 11] & 0xff;
    }
  }

  private Ink ink() {
    if (channels < 4) {
      return Ink.NONE;
    }
    if (adobe < 0) {
      return Ink.CMYK;
    }
    return adobe == 2 ? Ink.INVERTED_YCCK : Ink.INVERTED_CMYK;
  }

  private void keep(int marker, int start, int end) {
    put(new byte[] {(byte) 0xff, (byte) marker});
    System.arraycopy(bytes, start, bytes, out, end - start);
    out += end - start;
  }

  private void put(byte[] part) {
    System.arraycopy(part, 0, bytes, out, part.length);
    out += part.length;
  }

  private boolean says(String word, int start, int end) {
    byte[] letters = word.getBytes(StandardCharsets.US_ASCII);
    return end - start >= letters.length
        && Arrays.equals(bytes, start, start + letters.length, letters, 0, letters.length);
  }

  private int number(int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  private static void require(boolean sound) {
    if (!sound) {
      throw new Refusal(Reason.UNPROCESSABLE, "photo.broken");
    }
  }
}
