package nl.buurtronde.photo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * Takes a picture row by row, averages it down to its new size and lays each row upright. One row
 * is held at a time, so the large picture never exists twice.
 */
final class Canvas {
  private final int orientation;
  private final int width;
  private final int height;
  private final double across;
  private final double down;
  private final double[] sums;
  private final BufferedImage image;
  private final int[] pixels;
  private int row;

  /** Width and height as the picture was stored, before it is turned. */
  Canvas(int width, int height, double across, double down, int orientation) {
    this.width = width;
    this.height = height;
    this.across = across;
    this.down = down;
    this.orientation = orientation;
    this.sums = new double[width * 3];
    boolean turned = orientation >= 5;
    this.image =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  static BufferedImage draw(Decoder.Samples samples, Stripped picture, int longest) {
    int columns = samples.raster().getWidth();
    int rows = samples.raster().getHeight();
    double scale = Math.min(1, (double) longest / Math.max(picture.width(), picture.height()));
    int width = size(picture.width() * scale, columns);
    int height = size(picture.height() * scale, rows);
    var canvas =
        new Canvas(
            width,
            height,
            (double) width / columns,
            (double) height / rows,
            picture.orientation());
    var colours = new Colours(samples, picture.ink());
    var line = new int[columns * 3];
    for (int y = 0; y < rows; y++) {
      colours.row(y, line);
      canvas.add(y, line);
    }
    canvas.flush();
    return canvas.image;
  }

  private static int size(double wanted, int available) {
    return (int) Math.max(1, Math.min(available, Math.round(wanted)));
  }

  /** A source row covers part of one new row, or the end of one and the start of the next. */
  private void add(int y, int[] line) {
    double start = y * down;
    double end = (y + 1) * down;
    if (Math.floor(start + 1e-9) > row) {
      flush();
    }
    double boundary = Math.min(end, row + 1);
    addAcross(line, boundary - start);
    if (end - boundary > 1e-9 && row + 1 < height) {
      flush();
      addAcross(line, end - boundary);
    }
  }

  private void addAcross(int[] line, double weight) {
    for (int x = 0; x * 3 < line.length; x++) {
      double start = x * across;
      double end = start + across;
      int column = Math.min((int) (start + 1e-9), width - 1);
      double boundary = column + 1 < width ? Math.min(end, column + 1) : end;
      addPixel(line, x, column, weight * (boundary - start));
      if (end - boundary > 1e-9) {
        addPixel(line, x, column + 1, weight * (end - boundary));
      }
    }
  }

  private void addPixel(int[] line, int x, int column, double weight) {
    for (int i = 0; i < 3; i++) {
      sums[column * 3 + i] += weight * line[x * 3 + i];
    }
  }

  private void flush() {
    for (int x = 0; x < width; x++) {
      int at = x * 3;
      pixels[place(x, row)] = level(at) << 16 | level(at + 1) << 8 | level(at + 2);
    }
    Arrays.fill(sums, 0);
    row++;
  }

  private int level(int at) {
    return (int) Math.max(0, Math.min(255, Math.round(sums[at])));
  }

  /** Where a stored pixel belongs when the picture is held upright, for EXIF orientation 1–8. */
  private int place(int x, int y) {
    int left = width - 1 - x;
    int up = height - 1 - y;
    return switch (orientation) {
      case 2 -> y * width + left;
      case 3 -> up * width + left;
      case 4 -> up * width + x;
      case 5 -> x * height + y;
      case 6 -> x * height + up;
      case 7 -> left * height + up;
      case 8 -> left * height + y;
      default -> y * width + x;
    };
  }
}
