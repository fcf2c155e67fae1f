package nl.buurtronde.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DarkroomTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final CleanPhoto PHOTO = new CleanPhoto(new byte[0], 1, 1);

  @TempDir Path folder;

  @Test
  void who_finds_every_place_taken_is_told_to_come_back() throws Exception {
    try (var darkroom = new Darkroom(2, Duration.ZERO, LONG)) {
      var started = new CountDownLatch(2);
      var finish = new CountDownLatch(1);
      var first = occupy(darkroom, started, finish);
      var second = occupy(darkroom, started, finish);
      started.await();
      Refusal refusal = assertThrows(Refusal.class, () -> darkroom.run(outOfTime -> PHOTO));
      assertEquals(Reason.UNAVAILABLE, refusal.reason());
      assertEquals(5, refusal.args()[0]);
      finish.countDown();
      first.get();
      second.get();
      assertEquals(PHOTO, darkroom.run(outOfTime -> PHOTO));
    }
  }

  @Test
  void who_waits_gets_the_place_that_comes_free() throws Exception {
    try (var darkroom = new Darkroom(1, LONG, LONG)) {
      var started = new CountDownLatch(1);
      var finish = new CountDownLatch(1);
      var first = occupy(darkroom, started, finish);
      started.await();
      var waiting = CompletableFuture.supplyAsync(() -> darkroom.run(outOfTime -> PHOTO));
      finish.countDown();
      assertEquals(PHOTO, waiting.get());
      first.get();
    }
  }

  @Test
  void a_picture_that_takes_too_long_is_refused_and_its_work_told_to_stop() throws Exception {
    try (var darkroom = new Darkroom(1, LONG, Duration.ofMillis(300))) {
      var stopped = new CountDownLatch(1);
      Darkroom.Work endless =
          outOfTime -> {
            while (!outOfTime.getAsBoolean()) {
              Thread.onSpinWait();
            }
            stopped.countDown();
            throw new Refusal(Reason.UNPROCESSABLE, "photo.slow");
          };
      assertEquals("photo.slow", refused(() -> darkroom.run(endless)).key());
      stopped.await();
    }
  }

  @Test
  void a_picture_that_gets_no_turn_is_to_come_again_and_is_not_refused() throws Exception {
    try (var darkroom = new Darkroom(1, LONG, Duration.ofMillis(20))) {
      var turn = new CountDownLatch(1);
      Darkroom.Work waiting =
          outOfTime -> {
            try {
              turn.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return PHOTO;
          };
      assertEquals("photo.busy", refused(() -> darkroom.run(waiting)).key());
      turn.countDown();
    }
  }

  @Test
  void a_decoder_that_is_out_of_time_stops_by_itself() {
    byte[] jpeg = Pictures.jpeg(2000, 2000);
    byte[] png = Pictures.zeros(2000, 2000, 8, 2, 6001L * 2000);
    for (byte[] file : new byte[][] {jpeg, png}) {
      Refusal atOnce = refused(() -> PhotoCleaner.clean(file.clone(), () -> true));
      assertEquals("photo.slow", atOnce.key());
      int[] whole = {0};
      PhotoCleaner.clean(file.clone(), () -> whole[0]++ < 0);
      int late = whole[0] - 10;
      int[] asked = {0};
      Refusal halfway = refused(() -> PhotoCleaner.clean(file.clone(), () -> asked[0]++ >= late));
      assertEquals("photo.slow", halfway.key());
      assertTrue(asked[0] < late + 5, "went on from " + late + " to " + asked[0]);
    }
  }

  @Test
  void running_out_of_memory_costs_only_the_picture() {
    try (var darkroom = new Darkroom(1, LONG, LONG)) {
      Darkroom.Work greedy =
          outOfTime -> {
            throw new OutOfMemoryError("as a decoder would");
          };
      Refusal refusal = refused(() -> darkroom.run(greedy));
      assertEquals(Reason.UNPROCESSABLE, refusal.reason());
      assertEquals(PHOTO, darkroom.run(outOfTime -> PHOTO));
    }
  }

  @Test
  void a_picture_is_developed_from_its_file() throws IOException {
    Path file = Files.write(folder.resolve("upload"), Pictures.jpeg(30, 20));
    try (var darkroom = new Darkroom(1, LONG, LONG)) {
      assertEquals(30, darkroom.develop(file).width());
    }
  }

  private static CompletableFuture<CleanPhoto> occupy(
      Darkroom darkroom, CountDownLatch started, CountDownLatch finish) {
    return CompletableFuture.supplyAsync(
        () ->
            darkroom.run(
                outOfTime -> {
                  started.countDown();
                  awaitQuietly(finish);
                  return PHOTO;
                }));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Refusal refused(Runnable work) {
    return assertThrows(Refusal.class, work::run);
  }
}
