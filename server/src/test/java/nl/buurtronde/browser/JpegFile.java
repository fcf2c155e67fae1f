package nl.buurtronde.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Photos as a camera leaves them: large, turned, and talking about their maker. */
final class JpegFile {
  static final String MAKER = "Lindewaard Camera 3000";

  private JpegFile() {}

  /** A picture of one colour with a block of orange at its upper left. */
  static byte[] jpeg(int width, int height, Color ground) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setColor(ground);
    canvas.fillRect(0, 0, width, height);
    canvas.setColor(Color.ORANGE);
    canvas.fillRect(0, 0, width / 3, height * 2 / 5);
    canvas.dispose();
    return encoded(image);
  }

  static byte[] encoded(BufferedImage image) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "jpg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with Exif: lie on its side (orientation 6), and by whom it was made. */
  static byte[] turned(byte[] jpeg) {
    ByteArrayOutputStream tiff = new ByteArrayOutputStream();
    tiff.writeBytes("Exif\0\0MM\0*\0\0\0\u0008".getBytes(ISO_8859_1));
    tiff.writeBytes(new byte[] {0, 2});
    byte[] maker = (MAKER + "\0").getBytes(ISO_8859_1);
    tiff.writeBytes(new byte[] {1, 0x0f, 0, 2, 0, 0, 0, (byte) maker.length, 0, 0, 0, 38});
    tiff.writeBytes(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0});
    tiff.writeBytes(new byte[] {0, 0, 0, 0});
    tiff.writeBytes(maker);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int length = tiff.size() + 2;
    out.write(jpeg, 0, 2);
    out.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
    out.writeBytes(tiff.toByteArray());
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(Files.createDirectories(folder).resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage read(byte[] jpeg) {
    try {
      return ImageIO.read(new ByteArrayInputStream(jpeg));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
