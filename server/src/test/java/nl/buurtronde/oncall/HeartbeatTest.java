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

  private static OnCallConfig watchedBy(String address) {
    return new OnCallConfig(
        OnCallConfig.DEFAULT.ladder(),
        OnCallConfig.DEFAULT.grace(),
        Optional.of(URI.create(address)));
  }
}
