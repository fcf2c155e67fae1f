package nl.buurtronde.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** Bytes as they came in → the JPEG that is kept, or a refusal. */
final class PhotoCleaner {
  private static final int LONGEST_EDGE = 1600;
  private static final float QUALITY = 0.85f;

  /** The array is used as working space and is of no use afterwards. */
  static CleanPhoto clean(byte[] file, BooleanSupplier outOfTime) {
    CleanPhoto clean = draw(file, outOfTime);
    PlainJpeg.verify(clean.jpeg());
    return clean;
  }

  private static CleanPhoto draw(byte[] file, BooleanSupplier outOfTime) {
    try {
      Stripped picture = strip(file);
      Decoder.Samples samples = Decoder.decode(picture, outOfTime);
      BufferedImage image = Canvas.draw(samples, picture, LONGEST_EDGE);
      return new CleanPhoto(encode(image), image.getWidth(), image.getHeight());
    } catch (Refusal refusal) {
      throw refusal;
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError broken) {
      // Broken files make ImageIO throw whatever it happens to run into.
      String key = outOfTime.getAsBoolean() ? "photo.slow" : "photo.broken";
      throw new Refusal(Reason.UNPROCESSABLE, key);
    }
  }

  private static Stripped strip(byte[] file) {
    ImageKind kind = ImageKind.of(file);
    return switch (kind) {
      case JPEG -> JpegStripper.strip(file);
      case PNG -> PngStripper.strip(file);
      default -> throw new Refusal(Reason.UNPROCESSABLE, "photo.type." + kind.wire());
    };
  }

  private static byte[] encode(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream(1 << 18);
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private PhotoCleaner() {}
}
