package nl.buurtronde.photo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes picture files, sound and unsound, from nothing. */
final class Pictures {
  static final Color[] CORNERS = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};

  /** Red, green, blue, yellow: top left, top right, bottom left, bottom right. */
  static BufferedImage quarters(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int quarter = (y * 2 / height) * 2 + x * 2 / width;
        image.setRGB(x, y, CORNERS[quarter].getRGB());
      }
    }
    return image;
  }

  static BufferedImage noise(int width, int height) {
    var random = new Random(7);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt());
      }
    }
    return image;
  }

  static byte[] file(String format, BufferedImage image) {
    try {
      var out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, new MemoryCacheImageOutputStream(out))) {
        throw new IllegalStateException("no writer for this " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] jpeg() {
    return jpeg(64, 32);
  }

  static byte[] jpeg(int width, int height) {
    return file("jpeg", quarters(width, height, BufferedImage.TYPE_INT_RGB));
  }

  static byte[] progressive(int width, int height) {
    try {
      var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
      var out = new ByteArrayOutputStream();
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(new MemoryCacheImageOutputStream(out));
      var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
      writer.write(null, new IIOImage(image, null, null), param);
      writer.dispose();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Four channels as they are, one colour all over. */
  static byte[] print(int... channels) {
    try {
      WritableRaster raster =
          Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
      for (int i = 0; i < 256; i++) {
        raster.setPixel(i % 16, i / 16, channels);
      }
      var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
      var out = new ByteArrayOutputStream();
      writer.setOutput(new MemoryCacheImageOutputStream(out));
      writer.write(null, new IIOImage(raster, null, null), null);
      writer.dispose();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] adobe(int transform) {
    return bytes("Adobe", new byte[] {0, 100, 0, 0, 0, 0, (byte) transform});
  }

  /** A segment right after the first two bytes. */
  static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
    int length = data.length + 2;
    byte[] head = {
      jpeg[0], jpeg[1], (byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length
    };
    return bytes(head, data, from(jpeg, 2));
  }

  static byte[] exif(int orientation) {
    var tiff = ByteBuffer.allocate(26);
    tiff.put(ascii("MM")).putShort((short) 42).putInt(8).putShort((short) 1);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
    return bytes("Exif\0\0", tiff.array());
  }

  /** A PNG that is right in everything but its pixels, which are a stream of zeros. */
  static byte[] zeros(int width, int height, int depth, int colour, long bytes) {
    try {
      var packed = new ByteArrayOutputStream();
      try (var deflater = new DeflaterOutputStream(packed, new Deflater(1))) {
        var block = new byte[1 << 16];
        for (long left = bytes; left > 0; left -= block.length) {
          deflater.write(block, 0, (int) Math.min(left, block.length));
        }
      }
      return png(width, height, depth, colour, chunk("IDAT", packed.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A PNG of these rows, each beginning with its filter byte. */
  static byte[] packed(int width, int height, int depth, int colour, byte[] rows) {
    try {
      var packed = new ByteArrayOutputStream();
      try (var deflater = new DeflaterOutputStream(packed)) {
        deflater.write(rows);
      }
      return png(width, height, depth, colour, chunk("IDAT", packed.toByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] png(int width, int height, int depth, int colour, byte[]... chunks) {
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) depth).put((byte) colour);
    byte[] signature = HexFormat.of().parseHex("89504e470d0a1a0a");
    return bytes(
        signature,
        chunk("IHDR", header.array()),
        bytes((Object[]) chunks),
        chunk("IEND", new byte[0]));
  }

  static byte[] chunk(String name, byte[] data) {
    var sum = new CRC32();
    sum.update(bytes(name, data));
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
    return chunk.put(ascii(name)).put(data).putInt((int) sum.getValue()).array();
  }

  static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static BufferedImage read(byte[] file) {
    try {
      return ImageIO.read(new ByteArrayInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Texts and byte arrays, one after the other. */
  static byte[] bytes(Object... parts) {
    var out = new ByteArrayOutputStream();
    for (Object part : parts) {
      out.writeBytes(part instanceof String text ? ascii(text) : (byte[]) part);
    }
    return out.toByteArray();
  }

  static byte[] from(byte[] bytes, int start) {
    return Arrays.copyOfRange(bytes, start, bytes.length);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private Pictures() {}
}
