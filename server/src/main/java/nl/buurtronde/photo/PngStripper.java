package nl.buurtronde.photo;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.photo.Stripped.Ink;

/** Walks a PNG chunk by chunk, checks each sum, and moves what a decoder needs to the front. */
final class PngStripper {
  private final byte[] bytes;
  private int in = 8;
  private int out = 8;
  private int width;
  private int height;
  private int depth;
  private int colour;
  private int orientation = ExifOrientation.UPRIGHT;

  static Stripped strip(byte[] file) {
    return new PngStripper(file).strip();
  }

  private PngStripper(byte[] bytes) {
    this.bytes = bytes;
  }

  private Stripped strip() {
    require(chunk().equals("IHDR"));
    String name = chunk();
    while (!name.equals("IEND")) {
      name = chunk();
    }
    return new Stripped(
        "png", bytes, out, width, height, bytesPerPixel(), Ink.NONE, orientation);
  }

  private String chunk() {
    require(in + 12 <= bytes.length);
    int start = in;
    long length = number(start) & 0xffffffffL;
    require(start + 12 + length <= bytes.length);
    int data = start + 8;
    int end = data + (int) length;
    in = end + 4;
    String name = new String(bytes, start + 4, 4, StandardCharsets.ISO_8859_1);
    var sum = new CRC32();
    sum.update(bytes, start + 4, end - start - 4);
    require((int) sum.getValue() == number(end));
    switch (name) {
      case "IHDR" -> header(start, data, end);
      case "PLTE", "tRNS", "IDAT", "IEND" -> keep(start, in);
      case "eXIf" -> orientation = ExifOrientation.read(bytes, data, end);
      default -> require(Character.isLowerCase(name.charAt(0)));
    }
    return name;
  }

  private void header(int start, int data, int end) {
    require(width == 0 && end - data == 13);
    width = number(data);
    height = number(data + 4);
    depth = bytes[data + 8];
    colour = bytes[data + 9];
    keep(start, end + 4);
  }

  /** What the decoded picture takes; a transparent colour may add a channel. */
  private int bytesPerPixel() {
    int channels =
        switch (colour) {
          case 3 -> 1;
          case 0, 4 -> 2;
          default -> 4;
        };
    return depth == 16 ? 2 * channels : channels;
  }

  private void keep(int from, int to) {
    System.arraycopy(bytes, from, bytes, out, to - from);
    out += to - from;
  }

  private int number(int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | bytes[at + 3] & 0xff;
  }

  private static void require(boolean sound) {
    if (!sound) {
      throw new Refusal(Reason.UNPROCESSABLE, "photo.broken");
    }
  }
}
