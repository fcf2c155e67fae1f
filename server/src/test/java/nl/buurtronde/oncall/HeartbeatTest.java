package nl.buurtronde.oncall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import nl.buurtronde.Webhook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatTest {
  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void it_beats_while_all_is_well_and_stops_when_nothing_gets_through_or_a_look_fails()
      throws Exception {
    try (Webhook monitor = new Webhook();
        World world =
            new World(folder, new SteppedClock(World.START), watchedBy(monitor.url("/beat")))) {
      world.withRoster();
      world.tick();
      monitor.awaitBeats(1);
      world.tick();
      world.clock.pass(Duration.ofSeconds(20));
      world.tick();
      monitor.awaitBeats(2);

      world.execute("INSERT INTO channel (kind, down) VALUES ('phone', 1)");
      world.pass(LONG, Duration.ofSeconds(30));
      world.execute("DELETE FROM channel");

      world.call(world.noor, null);
      world.execute(
          """
          CREATE TRIGGER broken BEFORE UPDATE ON alarm
          BEGIN SELECT RAISE(ABORT, 'broken'); END
          """);
      world.clock.pass(LONG);
      world.tick();
      world.execute("DROP TRIGGER broken");

      world.clock.pass(LONG);
      world.tick();
      monitor.awaitBeats(3);
      assertEquals(3, monitor.beats());
    }
  }

  @Test
  void it_stops_when_the_disk_is_full_although_nothing_else_was_to_be_written() throws Exception {
    try (Webhook monitor = new Webhook();
        World world =
            new World(folder, new SteppedClock(World.START), watchedBy(monitor.url("/beat")))) {
      world.withRoster();
      world.tick();
      monitor.awaitBeats(1);
      world.execute(
          """
          CREATE TRIGGER full BEFORE UPDATE ON watch_mark
          BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END
          """);
      world.pass(LONG, Duration.ofSeconds(5));
      assertEquals(false, world.room.watchman().isWell());
      assertEquals(1, monitor.beats());
      world.execute("DROP TRIGGER full");
      world.clock.pass(LONG);
      world.tick();
      assertEquals(true, world.room.watchman().isWell());
      monitor.awaitBeats(2);
    }
  }

  @Test
  void it_stops_when_nothing_is_taken_out_any_more() throws Exception {
    try (Webhook monitor = new Webhook();
        World world =
            new World(folder, new SteppedClock(World.START), watchedBy(monitor.url("/beat")))) {
      world.withRoster();
      world.fate = null;
      world.notice.courier().start();
      world.notice.courier().close();
      world.pass(LONG, Duration.ofSeconds(30));
      assertEquals(false, world.room.watchman().isWell());
      assertEquals(0, monitor.beats());
    }
  }

  private static OnCallConfig watchedBy(String address) {
    return new OnCallConfig(
        OnCallConfig.DEFAULT.ladder(),
        OnCallConfig.DEFAULT.grace(),
        Optional.of(URI.create(address)));
  }
}
