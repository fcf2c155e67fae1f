package nl.buurtronde.photo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhotoCleanerTest {
  /** EXIF 2.3, tag 0x0112: where the 0th row and the 0th column of the stored picture belong. */
  private static final Map<Integer, String> SIDES =
      Map.of(
          1, "top left", 2, "top right", 3, "bottom right", 4, "bottom left",
          5, "left top", 6, "right top", 7, "right bottom", 8, "left bottom");

  @Test
  void every_exif_orientation_comes_out_upright() {
    SIDES.forEach(
        (orientation, sides) -> {
          byte[] turned = Pictures.withSegment(Pictures.jpeg(), 0xe1, Pictures.exif(orientation));
          CleanPhoto clean = clean(turned);
          assertEquals(orientation < 5 ? 64 : 32, clean.width(), "width of " + orientation);
          assertEquals(orientation < 5 ? 32 : 64, clean.height(), "height of " + orientation);
          var image = Pictures.read(clean.jpeg());
          String row = sides.split(" ")[0];
          String column = sides.split(" ")[1];
          assertCorner(image, Color.RED, row, column);
          assertCorner(image, Color.GREEN, row, opposite(column));
          assertCorner(image, Color.BLUE, opposite(row), column);
          assertCorner(image, Color.YELLOW, opposite(row), opposite(column));
        });
  }

  @Test
  void an_orientation_that_does_not_exist_is_ignored() {
    byte[] odd = Pictures.withSegment(Pictures.jpeg(), 0xe1, Pictures.exif(9));
    assertEquals(64, clean(odd).width());
  }

  @Test
  void a_png_is_turned_by_its_own_exif() {
    byte[] png = Pictures.file("png", Pictures.quarters(64, 32, BufferedImage.TYPE_INT_RGB));
    byte[] exif = Pictures.chunk("eXIf", Pictures.from(Pictures.exif(6), 6));
    byte[] turned = Pictures.bytes(Arrays.copyOf(png, 33), exif, Pictures.from(png, 33));
    assertEquals(32, clean(turned).width());
  }

  @Test
  void a_large_picture_becomes_1600_pixels_long() {
    CleanPhoto clean = clean(Pictures.jpeg(4000, 1000));
    assertEquals(1600, clean.width());
    assertEquals(400, clean.height());
    assertQuarters(clean);
  }

  @Test
  void a_40_megapixel_picture_is_kept_and_not_blank() {
    CleanPhoto clean = clean(Pictures.jpeg(8000, 5000));
    assertEquals(1600, clean.width());
    assertEquals(1000, clean.height());
    assertQuarters(clean);
  }

  @Test
  void a_small_picture_is_never_made_larger() {
    CleanPhoto clean = clean(Pictures.jpeg(1, 1));
    assertEquals(1, clean.width());
    assertEquals(1, clean.height());
  }

  @Test
  void making_smaller_averages_instead_of_skipping_lines() {
    var stripes = new BufferedImage(3200, 40, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < 3200; x += 2) {
      for (int y = 0; y < 40; y++) {
        stripes.setRGB(x, y, -1);
      }
    }
    var image = Pictures.read(clean(Pictures.file("png", stripes)).jpeg());
    assertColour(new Color(127, 127, 127), image, 800, 10);
  }

  @Test
  void a_progressive_jpeg_is_kept() {
    assertEquals(640, clean(Pictures.progressive(640, 480)).width());
  }

  @Test
  void grey_stays_the_grey_it_was() {
    var grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSamples(0, 0, 16, 16, 0, filled(100));
    for (String format : new String[] {"jpeg", "png"}) {
      var image = Pictures.read(clean(Pictures.file(format, grey)).jpeg());
      assertEquals(100, image.getRaster().getSample(8, 8, 0), 2, format);
    }
  }

  @Test
  void grey_with_transparency_is_laid_on_white() {
    byte[] rows = new byte[16 * 33];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (byte) (i % 33 == 0 ? 0 : i % 33 % 2 == 1 ? 100 : i / 33 < 8 ? 255 : 0);
    }
    var image = Pictures.read(clean(Pictures.packed(16, 16, 8, 4, rows)).jpeg());
    assertColour(new Color(100, 100, 100), image, 8, 2);
    assertColour(Color.WHITE, image, 8, 14);
  }

  @Test
  void colour_with_transparency_is_laid_on_white() {
    var image = Pictures.quarters(64, 32, BufferedImage.TYPE_INT_ARGB);
    for (int i = 0; i < 64 * 16; i++) {
      image.setRGB(i % 64, 16 + i / 64, 0x00ff0000);
    }
    var kept = Pictures.read(clean(Pictures.file("png", image)).jpeg());
    assertColour(Color.RED, kept, 4, 4);
    assertColour(Color.WHITE, kept, 4, 28);
  }

  @Test
  void sixteen_bits_a_channel_become_eight() {
    byte[] rows = new byte[16 * (1 + 16 * 6)];
    for (int i = 0; i < rows.length; i++) {
      int channel = (i % 97 - 1) / 2;
      rows[i] = (byte) (i % 97 == 0 ? 0 : channel % 3 == 0 ? 200 : 30);
    }
    var image = Pictures.read(clean(Pictures.packed(16, 16, 16, 2, rows)).jpeg());
    assertColour(new Color(200, 30, 30), image, 8, 8);
  }

  @Test
  void a_palette_png_keeps_its_colours() {
    int[] colours = new int[256];
    for (int i = 0; i < 4; i++) {
      colours[i] = Pictures.CORNERS[i].getRGB();
    }
    var palette = new IndexColorModel(8, 256, colours, 0, false, -1, 0);
    var image = new BufferedImage(64, 32, BufferedImage.TYPE_BYTE_INDEXED, palette);
    image.setData(quarterNumbers(image));
    assertQuarters(clean(Pictures.file("png", image)));
  }

  @Test
  void print_colours_become_screen_colours() {
    byte[] plain = Pictures.print(0, 255, 255, 0);
    byte[] inverted = Pictures.withSegment(Pictures.print(255, 0, 0, 255), 0xee, Pictures.adobe(0));
    byte[] luminance =
        Pictures.withSegment(Pictures.print(179, 171, 0, 255), 0xee, Pictures.adobe(2));
    for (byte[] red : new byte[][] {inverted, plain, luminance}) {
      assertColour(Color.RED, Pictures.read(clean(red).jpeg()), 8, 8);
    }
  }

  @Test
  void nothing_but_the_picture_is_kept() {
    byte[] full = Pictures.jpeg();
    for (int marker = 0xe1; marker <= 0xef; marker++) {
      if (marker != 0xee) {
        full = Pictures.withSegment(full, marker, Pictures.ascii("geheim in segment " + marker));
      }
    }
    full = Pictures.withSegment(full, 0xfe, Pictures.ascii("geheim commentaar"));
    full = Pictures.withSegment(full, 0xe0, Pictures.ascii("JFXX\0\u0010geheim duimnageltje"));
    byte[] kept = clean(full).jpeg();
    assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("geheim"));
    assertTrue(Set.of(0xe0, 0xdb, 0xc0, 0xc4, 0xda).containsAll(Markers.of(kept)));
    assertQuarters(clean(full));
  }

  @Test
  void nothing_in_a_png_but_the_picture_is_kept() {
    byte[] png = Pictures.file("png", Pictures.quarters(64, 32, BufferedImage.TYPE_INT_RGB));
    byte[] text = Pictures.chunk("tEXt", Pictures.ascii("Comment\0geheim"));
    byte[] full = Pictures.bytes(Arrays.copyOf(png, 33), text, Pictures.from(png, 33), "geheim");
    byte[] kept = clean(full).jpeg();
    assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("geheim"));
    assertQuarters(clean(full));
  }

  @Test
  void a_file_that_is_two_things_at_once_becomes_one() {
    byte[] zip = HexFormat.of().parseHex("504b0506" + "00".repeat(18));
    byte[] script = Pictures.ascii("*/=alert(1);/*");
    byte[] html = Pictures.ascii("<html><script>alert(1)</script>");
    for (byte[] other : List.of(html, zip, script)) {
      byte[] commented = Pictures.withSegment(Pictures.jpeg(), 0xfe, other);
      byte[] both = Pictures.bytes(commented, other);
      byte[] kept = clean(both).jpeg();
      assertFalse(text(kept).contains(text(other)));
      assertEquals((byte) 0xd9, kept[kept.length - 1]);
    }
  }

  @Test
  void the_same_picture_gives_the_same_bytes() {
    assertArrayEquals(clean(Pictures.jpeg()).jpeg(), clean(Pictures.jpeg()).jpeg());
  }

  @Test
  void whatever_else_an_encoder_might_write_is_noticed() {
    byte[] plain = clean(Pictures.jpeg()).jpeg();
    PlainJpeg.verify(plain);
    List<byte[]> others =
        List.of(
            Pictures.withSegment(plain, 0xe1, Pictures.exif(1)),
            Pictures.withSegment(plain, 0xfe, Pictures.ascii("x")),
            Pictures.withSegment(plain, 0xe0, new byte[30]),
            Pictures.bytes(plain, "x"),
            Arrays.copyOf(plain, plain.length - 1));
    for (byte[] other : others) {
      assertThrows(IllegalStateException.class, () -> PlainJpeg.verify(other));
    }
  }

  private static CleanPhoto clean(byte[] file) {
    return PhotoCleaner.clean(file.clone(), () -> false);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static int[] filled(int value) {
    int[] values = new int[256];
    Arrays.fill(values, value);
    return values;
  }

  private static Raster quarterNumbers(BufferedImage image) {
    WritableRaster raster = image.getRaster().createCompatibleWritableRaster();
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 64; x++) {
        raster.setSample(x, y, 0, y / 16 * 2 + x / 32);
      }
    }
    return raster;
  }

  private static String opposite(String side) {
    return Map.of("top", "bottom", "bottom", "top", "left", "right", "right", "left").get(side);
  }

  private static void assertQuarters(CleanPhoto photo) {
    var image = Pictures.read(photo.jpeg());
    assertCorner(image, Color.RED, "top", "left");
    assertCorner(image, Color.GREEN, "top", "right");
    assertCorner(image, Color.BLUE, "bottom", "left");
    assertCorner(image, Color.YELLOW, "bottom", "right");
  }

  private static void assertCorner(BufferedImage image, Color colour, String one, String other) {
    String sides = one + other;
    int x = sides.contains("left") ? image.getWidth() / 8 : image.getWidth() * 7 / 8;
    int y = sides.contains("top") ? image.getHeight() / 8 : image.getHeight() * 7 / 8;
    assertColour(colour, image, x, y);
  }

  private static void assertColour(Color expected, BufferedImage image, int x, int y) {
    var found = new Color(image.getRGB(x, y));
    int difference =
        Math.abs(expected.getRed() - found.getRed())
            + Math.abs(expected.getGreen() - found.getGreen())
            + Math.abs(expected.getBlue() - found.getBlue());
    assertTrue(difference < 24, "expected " + expected + " but found " + found);
  }
}
