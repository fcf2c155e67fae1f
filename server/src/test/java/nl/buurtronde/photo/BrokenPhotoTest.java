package nl.buurtronde.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.junit.jupiter.api.Test;

class BrokenPhotoTest {

  @Test
  void a_png_of_20000_by_20000_zeros_is_refused_by_its_header() {
    byte[] bomb = Pictures.zeros(20_000, 20_000, 8, 0, 400_000_000L);
    assertRefused("photo.pixels", bomb);
  }

  @Test
  void a_jpeg_that_says_65535_by_65535_is_refused_by_its_header() {
    assertRefused("photo.pixels", saying(65_535, 65_535));
  }

  @Test
  void one_pixel_row_too_many_is_refused_and_the_largest_allowed_is_not() {
    assertRefused("photo.pixels", saying(8000, 5001));
    assertRefused("photo.broken", saying(8000, 5000));
    assertRefused("photo.pixels", saying(20_001, 8));
  }

  @Test
  void a_picture_without_size_is_refused() {
    assertRefused("photo.broken", saying(0, 8));
    assertRefused("photo.broken", saying(8, 0));
    assertRefused("photo.broken", Pictures.zeros(-1, 8, 8, 2, 100));
  }

  @Test
  void a_large_png_of_deep_colour_fits_in_the_memory_of_this_test() {
    byte[] deep = Pictures.zeros(8000, 5000, 16, 6, (8000L * 8 + 1) * 5000);
    assertEquals(1600, clean(deep).width());
  }

  @Test
  void a_large_progressive_jpeg_is_refused_because_decoders_hold_all_of_it() {
    assertRefused("photo.pixels", Pictures.progressive(4000, 2600));
  }

  @Test
  void a_jpeg_with_endless_passes_is_refused_before_it_is_decoded() {
    byte[] jpeg = Pictures.progressive(64, 64);
    int last = lastScan(jpeg);
    byte[] scan = Arrays.copyOfRange(jpeg, last, jpeg.length - 2);
    byte[] many = Arrays.copyOf(jpeg, jpeg.length - 2);
    for (int i = 0; i < 100; i++) {
      many = Pictures.bytes(many, scan);
    }
    byte[] endless = Pictures.bytes(many, HexFormat.of().parseHex("ffd9"));
    assertThrows(Refusal.class, () -> JpegStripper.strip(endless));
  }

  @Test
  void a_looping_exif_block_is_read_once_around() {
    byte[] loop = HexFormat.of().parseHex("45786966000049492a0008000000" + "0000" + "08000000");
    byte[] far = HexFormat.of().parseHex("45786966000049492a00ffffffff" + "ffff" + "ffffffff");
    byte[] many =
        HexFormat.of().parseHex("4578696600004d4d002a00000008ffff" + "87690004".repeat(99));
    for (byte[] exif : List.of(loop, far, many)) {
      assertEquals(64, clean(Pictures.withSegment(Pictures.jpeg(), 0xe1, exif)).width());
    }
  }

  @Test
  void metadata_that_would_become_large_is_never_unpacked() {
    byte[] bomb = Pictures.zeros(1, 1, 8, 0, 500_000_000L);
    byte[] packed = Arrays.copyOfRange(bomb, 41, bomb.length - 16);
    byte[] text = Pictures.chunk("zTXt", Pictures.bytes("Comment\0\0", packed));
    byte[] profile = Pictures.chunk("iCCP", Pictures.bytes("Profile\0\0", packed));
    byte[] png = Pictures.zeros(8, 8, 8, 0, 72);
    byte[] start = Arrays.copyOf(png, 33);
    byte[] hiding = Pictures.bytes(start, text, profile, Pictures.from(png, 33));
    assertEquals(png.length, PngStripper.strip(hiding.clone()).length());
    assertEquals(8, clean(hiding).width());
  }

  @Test
  void what_is_cut_off_anywhere_is_refused() {
    byte[] jpeg = Pictures.file("jpeg", Pictures.noise(64, 64));
    byte[] png = Pictures.file("png", Pictures.noise(64, 64));
    for (byte[] whole : List.of(jpeg, png)) {
      for (int length = 0; length < whole.length; length += 1 + whole.length / 97) {
        byte[] part = Arrays.copyOf(whole, length);
        assertEquals(Reason.UNPROCESSABLE, refusal(part).reason(), "cut at " + length);
      }
      assertRefused("photo.broken", Arrays.copyOf(whole, whole.length - 1));
      assertRefused("photo.broken", Arrays.copyOf(whole, whole.length / 2));
    }
  }

  @Test
  void a_jpeg_that_was_cut_and_closed_again_is_refused() {
    byte[] jpeg = Pictures.file("jpeg", Pictures.noise(64, 64));
    byte[] closed =
        Pictures.bytes(
            Arrays.copyOf(jpeg, jpeg.length / 2), HexFormat.of().parseHex("00ffd9"));
    assertRefused("photo.broken", closed);
  }

  @Test
  void a_png_with_too_few_rows_is_refused() {
    assertRefused("photo.broken", Pictures.zeros(100, 100, 8, 2, 301 * 50));
    assertRefused("photo.broken", Pictures.png(8, 8, 8, 2));
  }

  @Test
  void flipped_bits_give_a_picture_or_a_refusal_and_nothing_else() {
    byte[] jpeg = Pictures.file("jpeg", Pictures.noise(48, 48));
    byte[] progressive = Pictures.progressive(48, 48);
    byte[] png = Pictures.file("png", Pictures.noise(24, 24));
    var random = new Random(20261122);
    int kept = 0;
    for (int i = 0; i < 1500; i++) {
      byte[] flipped = List.of(jpeg, progressive, png).get(i % 3).clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        flipped[3 + random.nextInt(flipped.length - 3)] ^= (byte) (1 << random.nextInt(8));
      }
      kept += keeps(flipped) ? 1 : 0;
    }
    assertTrue(kept > 0 && kept < 1500, "kept " + kept);
  }

  @Test
  void a_png_whose_sum_is_wrong_is_refused_even_when_it_could_be_drawn() {
    byte[] png = Pictures.file("png", Pictures.noise(24, 24));
    png[png.length - 13] ^= 1;
    assertRefused("photo.broken", png);
  }

  @Test
  void whatever_a_decoder_throws_is_a_refusal() {
    List<Throwable> thrown =
        List.of(new NullPointerException(), new OutOfMemoryError(), new StackOverflowError());
    for (Throwable each : thrown) {
      var once = new ArrayDeque<>(List.of(each));
      BooleanSupplier stumbling = () -> !once.isEmpty() && fail(once.poll());
      Refusal refusal =
          assertThrows(Refusal.class, () -> PhotoCleaner.clean(Pictures.jpeg(), stumbling));
      assertEquals("photo.broken", refusal.key());
    }
  }

  @Test
  void a_decode_holds_no_more_than_16_megabytes_of_samples() throws IOException {
    Stripped large = JpegStripper.strip(Pictures.jpeg(8000, 5000));
    var samples = Decoder.decode(large, () -> false).raster().getDataBuffer();
    assertTrue(samples.getSize() <= 16 << 20, "holds " + samples.getSize());
  }

  @Test
  void damage_inside_a_png_whose_sums_are_right_is_refused() {
    var random = new Random(5);
    byte[] png = Pictures.file("png", Pictures.noise(24, 24));
    byte[] data = Arrays.copyOfRange(png, 41, png.length - 16);
    for (int i = 0; i < 200; i++) {
      byte[] flipped = data.clone();
      flipped[random.nextInt(data.length)] ^= (byte) (1 << random.nextInt(8));
      byte[] idat = Pictures.chunk("IDAT", flipped);
      keeps(Pictures.png(24, 24, 8, 2, idat));
      keeps(Pictures.png(24, 24, 8, 3, Pictures.chunk("PLTE", new byte[7]), idat));
    }
  }

  @Test
  void every_other_kind_is_refused_by_what_is_inside() {
    Map<String, byte[]> files =
        Map.of(
            "gif", Pictures.ascii("GIF89a\1\0\1\0"),
            "webp", Pictures.ascii("RIFF\20\0\0\0WEBPVP8 "),
            "heic", Pictures.ascii("\0\0\0\30ftypheic\0\0\0\0"),
            "svg", Pictures.ascii("<?xml version=\"1.0\"?>\n<!-- x --><SVG onload='a()'/>"),
            "pdf", Pictures.ascii("%PDF-1.7"),
            "html", Pictures.ascii("  <!DOCTYPE html><script>"),
            "other", Pictures.ascii("\0\0\0\30ftypisom en verder een film"));
    files.forEach((kind, file) -> assertRefused("photo.type." + kind, file));
    assertRefused("photo.type.other", new byte[0]);
    assertRefused("photo.type.other", Pictures.ascii("MZ"));
  }

  @Test
  void a_jpeg_of_a_kind_no_phone_makes_is_refused() {
    byte[] jpeg = Pictures.jpeg();
    for (int frame : new int[] {0xc3, 0xc5, 0xc9, 0xcb, 0xcf}) {
      byte[] odd = jpeg.clone();
      odd[frameAt(jpeg) + 1] = (byte) frame;
      assertRefused("photo.broken", odd);
    }
  }

  private static boolean fail(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  private static boolean keeps(byte[] file) {
    try {
      clean(file);
      return true;
    } catch (Refusal refusal) {
      assertEquals(Reason.UNPROCESSABLE, refusal.reason());
      return false;
    }
  }

  private static CleanPhoto clean(byte[] file) {
    return PhotoCleaner.clean(file.clone(), () -> false);
  }

  private static Refusal refusal(byte[] file) {
    return assertThrows(Refusal.class, () -> clean(file));
  }

  private static void assertRefused(String key, byte[] file) {
    Refusal refusal = refusal(file);
    assertEquals(Reason.UNPROCESSABLE, refusal.reason());
    assertEquals(key, refusal.key());
  }

  /** A small JPEG that claims another size. */
  private static byte[] saying(int width, int height) {
    byte[] jpeg = Pictures.jpeg();
    int frame = frameAt(jpeg);
    jpeg[frame + 5] = (byte) (height >> 8);
    jpeg[frame + 6] = (byte) height;
    jpeg[frame + 7] = (byte) (width >> 8);
    jpeg[frame + 8] = (byte) width;
    return jpeg;
  }

  private static int frameAt(byte[] jpeg) {
    int at = 2;
    while ((jpeg[at + 1] & 0xff) != 0xc0) {
      at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
    }
    return at;
  }

  private static int lastScan(byte[] jpeg) {
    int at = jpeg.length - 2;
    while (jpeg[at] != (byte) 0xff || jpeg[at + 1] != (byte) 0xda) {
      at--;
    }
    return at;
  }
}
