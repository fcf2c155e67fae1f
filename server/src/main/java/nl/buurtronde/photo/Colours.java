package nl.buurtronde.photo;

import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import nl.buurtronde.photo.Stripped.Ink;

/**
 * Samples to red, green and blue, on white. Written out because Java's own conversion brightens
 * grey with transparency and cannot read print colours.
 */
final class Colours {
  private final Raster raster;
  private final IndexColorModel palette;
  private final Ink ink;
  private final int shift;
  private final int bands;
  private int[] samples;

  Colours(Decoder.Samples picture, Ink ink) {
    this.raster = picture.raster();
    this.palette = picture.palette();
    this.ink = ink;
    this.bands = raster.getNumBands();
    this.shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
  }

  /** Fills one row of the picture, three numbers of 0–255 a pixel. */
  void row(int y, int[] target) {
    int top = raster.getMinY() + y;
    samples = raster.getPixels(raster.getMinX(), top, raster.getWidth(), 1, samples);
    for (int from = 0, to = 0; to < target.length; from += bands, to += 3) {
      pixel(from, target, to);
    }
  }

  private void pixel(int from, int[] target, int to) {
    if (palette != null) {
      int argb = palette.getRGB(samples[from]);
      set(target, to, argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24);
    } else if (ink != Ink.NONE) {
      print(from, target, to);
    } else if (bands <= 2) {
      int grey = sample(from);
      set(target, to, grey, grey, grey, bands == 2 ? sample(from + 1) : 255);
    } else {
      int alpha = bands == 4 ? sample(from + 3) : 255;
      set(target, to, sample(from), sample(from + 1), sample(from + 2), alpha);
    }
  }

  private void print(int from, int[] target, int to) {
    int first = sample(from);
    int second = sample(from + 1);
    int third = sample(from + 2);
    int light = ink == Ink.CMYK ? 255 - sample(from + 3) : sample(from + 3);
    switch (ink) {
      case CMYK -> set(target, to, 255 - first, 255 - second, 255 - third, 255);
      case INVERTED_CMYK -> set(target, to, first, second, third, 255);
      default -> {
        double blue = second - 128;
        double red = third - 128;
        target[to] = 255 - limit(first + 1.402 * red);
        target[to + 1] = 255 - limit(first - 0.344136 * blue - 0.714136 * red);
        target[to + 2] = 255 - limit(first + 1.772 * blue);
      }
    }
    for (int i = to; i < to + 3; i++) {
      target[i] = target[i] * light / 255;
    }
  }

  private int sample(int at) {
    return samples[at] >> shift;
  }

  private static int limit(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }

  private static void set(int[] target, int to, int red, int green, int blue, int alpha) {
    int white = 255 * (255 - alpha);
    target[to] = (red * alpha + white) / 255;
    target[to + 1] = (green * alpha + white) / 255;
    target[to + 2] = (blue * alpha + white) / 255;
  }
}
