package nl.buurtronde.photo;

import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/**
 * A picture file reduced to what a decoder needs to draw it: no metadata reaches ImageIO, whose
 * parsers for colour profiles and compressed text are where small files become large.
 */
record Stripped(
    String format,
    byte[] bytes,
    int length,
    int width,
    int height,
    int bytesPerPixel,
    Ink ink,
    int orientation) {

  /** How the four channels of a print JPEG are to be read; the decoder hands them over raw. */
  enum Ink {
    NONE,
    CMYK,
    INVERTED_CMYK,
    INVERTED_YCCK
  }

  static final long MAX_PIXELS = 40_000_000;

  /** One row of 16-bit RGBA stays under 160 kB, however thin the picture is. */
  private static final int MAX_EDGE = 20_000;

  Stripped {
    if (width < 1 || height < 1) {
      throw new Refusal(Reason.UNPROCESSABLE, "photo.broken");
    }
    if ((long) width * height > MAX_PIXELS || Math.max(width, height) > MAX_EDGE) {
      throw new Refusal(Reason.UNPROCESSABLE, "photo.pixels");
    }
  }
}
