package nl.buurtronde.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Files that nobody in this project made; see the README beside them. */
@EnabledIfEnvironmentVariable(named = "BUURTRONDE_REAL_DATA", matches = ".+")
class RealPhotosTest {
  private static final Set<Integer> PICTURE_ONLY = Set.of(0xe0, 0xdb, 0xc0, 0xc4, 0xda);

  @Test
  void a_phone_photo_loses_its_place_its_maker_and_its_thumbnail() throws IOException {
    byte[] sent = read("exif/android_nokia_gps.jpg");
    assertTrue(text(sent).contains("HMD Global"));
    CleanPhoto clean = clean(sent);
    assertEquals(1600, clean.width());
    assertEquals(686, clean.height());
    for (String trace : List.of("Exif", "GPS", "HMD", "Nokia", "2020:", "2021:", "http")) {
      assertFalse(text(clean.jpeg()).contains(trace), trace);
    }
    assertTrue(PICTURE_ONLY.containsAll(Markers.of(clean.jpeg())));
  }

  @Test
  void turned_photos_come_out_upright() throws IOException {
    for (Path file : list("orientation")) {
      if (file.toString().endsWith(".jpg")) {
        CleanPhoto clean = clean(Files.readAllBytes(file));
        boolean landscape = file.getFileName().toString().startsWith("Landscape");
        assertEquals(landscape, clean.width() > clean.height(), file.toString());
        assertTrue(PICTURE_ONLY.containsAll(Markers.of(clean.jpeg())));
      }
    }
  }

  @Test
  void broken_files_are_refused_with_a_reason() throws IOException {
    for (Path file : list("broken")) {
      if (!file.endsWith("broken-invalid-adobe-ycc-gray.jpg")) {
        Refusal refusal = refusal(Files.readAllBytes(file));
        assertEquals(Reason.UNPROCESSABLE, refusal.reason(), file.toString());
      }
    }
  }

  @Test
  void other_kinds_are_refused_by_what_is_inside() throws IOException {
    assertEquals("photo.type.webp", refusal(read("othertypes/animated.webp")).key());
    assertEquals("photo.type.webp", refusal(read("othertypes/test.webp")).key());
    assertEquals("photo.type.gif", refusal(read("othertypes/signals_test.gif")).key());
    assertEquals("photo.type.svg", refusal(read("othertypes/signals_test.svg")).key());
    assertEquals("photo.type.heic", refusal(read("exif/android_nokia_gps.heif")).key());
  }

  @Test
  void hostile_metadata_does_no_harm_and_does_not_stay() throws IOException {
    byte[] loop = Pictures.bytes("Exif\0\0", read("metadata/exif-loop.bin"));
    byte[] entity =
        Pictures.bytes("http://ns.adobe.com/xap/1.0/\0", read("metadata/xmp-jpeg-xxe.xml"));
    for (byte[] metadata : List.of(loop, entity)) {
      byte[] sent = Pictures.withSegment(Pictures.jpeg(), 0xe1, metadata);
      assertTrue(PICTURE_ONLY.containsAll(Markers.of(clean(sent).jpeg())));
    }
  }

  @Test
  void real_photos_cut_or_flipped_give_a_picture_or_a_refusal() throws IOException {
    var random = new Random(22);
    byte[] whole = read("orientation/Portrait_3.jpg");
    for (int percent : new int[] {1, 10, 50, 90, 99}) {
      refusal(Arrays.copyOf(whole, whole.length * percent / 100));
    }
    for (int i = 0; i < 40; i++) {
      byte[] flipped = whole.clone();
      flipped[3 + random.nextInt(flipped.length - 3)] ^= (byte) (1 << random.nextInt(8));
      keepOrRefuse(flipped);
    }
  }

  private static void keepOrRefuse(byte[] file) {
    try {
      clean(file);
    } catch (Refusal refusal) {
      assertEquals(Reason.UNPROCESSABLE, refusal.reason());
    }
  }

  private static CleanPhoto clean(byte[] file) {
    return PhotoCleaner.clean(file.clone(), () -> false);
  }

  private static Refusal refusal(byte[] file) {
    return assertThrows(Refusal.class, () -> clean(file));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] read(String name) throws IOException {
    return Files.readAllBytes(folder().resolve(name));
  }

  private static List<Path> list(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder().resolve(name))) {
      return files.sorted().toList();
    }
  }

  private static Path folder() {
    return Path.of(System.getenv("BUURTRONDE_REAL_DATA"), "images").toAbsolutePath();
  }
}
