package nl.buurtronde.photo;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/**
 * One decode by ImageIO. Every pixel is looked at, but of a large picture only each n-th is kept,
 * so that the samples fit in a fixed space.
 */
final class Decoder {
  private static final long MAX_BYTES = 16L << 20;

  private final Stripped picture;
  private final BooleanSupplier outOfTime;

  /** Samples as they were stored; the palette is null unless they are numbers in it. */
  record Samples(Raster raster, IndexColorModel palette) {}

  static Samples decode(Stripped picture, BooleanSupplier outOfTime) throws IOException {
    return new Decoder(picture, outOfTime).decode();
  }

  private Decoder(Stripped picture, BooleanSupplier outOfTime) {
    this.picture = picture;
    this.outOfTime = outOfTime;
  }

  private Samples decode() throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(picture.format()).next();
    try (var stream = new BytesStream(picture, outOfTime)) {
      reader.setInput(stream, true, true);
      var watch = new DecodeWatch(outOfTime);
      reader.addIIOReadWarningListener(watch);
      reader.addIIOReadProgressListener(watch);
      Samples samples = read(reader);
      watch.check();
      return samples;
    } finally {
      reader.dispose();
    }
  }

  private Samples read(ImageReader reader) throws IOException {
    ImageReadParam param = reader.getDefaultReadParam();
    int step = step();
    param.setSourceSubsampling(step, step, 0, 0);
    if (picture.ink() != Stripped.Ink.NONE) {
      return new Samples(reader.readRaster(0, param), null);
    }
    BufferedImage image = reader.read(0, param);
    var palette = image.getColorModel() instanceof IndexColorModel colours ? colours : null;
    return new Samples(image.getRaster(), palette);
  }

  private int step() {
    int step = 1;
    while (bytes(step) > MAX_BYTES) {
      step++;
    }
    return step;
  }

  private long bytes(int step) {
    long columns = (picture.width() + step - 1) / step;
    long rows = (picture.height() + step - 1) / step;
    return columns * rows * picture.bytesPerPixel();
  }
}
