package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * The property test of the protocol: random schedules of two phones, the real core in them, against
 * the real server, through every fault that SYNC.md names. web/test/schedules draws and judges.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ScheduleTest {
  private static final boolean LONG = Boolean.getBoolean("buurtronde.long");
  private static final int SCHEDULES = LONG ? 20_000 : 300;
  // Of the slowest shortcut, measured: it turned red within a third of these.
  private static final int ENOUGH_FOR_A_SHORTCUT = 600;
  private static final int LANES = 4;

  @TempDir static Path folder;

  private final Logger logger = (Logger) LoggerFactory.getLogger("nl.buurtronde");
  private final Level level = logger.getLevel();
  private ScheduleControl control;

  @BeforeAll
  void start() throws IOException {
    // Breaking the server thousands of times would fill the log with what was wanted.
    logger.setLevel(Level.OFF);
    control = new ScheduleControl(folder, LANES);
  }

  @AfterAll
  void stop() {
    control.close();
    logger.setLevel(level);
  }

  @Test
  void nothing_is_lost_nor_doubled_nor_said_to_be_sent_when_it_is_not() throws Exception {
    int first = Integer.getInteger("buurtronde.seed", 1);
    int count = Integer.getInteger("buurtronde.schedules", SCHEDULES);
    int half = (count + 1) / 2;
    Running one = run(null, first, half, 0, 1);
    Running other = run(null, first + half, count - half, 2, 3);
    assertEquals(0, one.end(), one.said());
    assertEquals(0, other.end(), other.said());
    System.out.println(one.said() + other.said());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "an item is removed before it is confirmed",
        "any 200 counts as an answer",
        "items are forgotten once acknowledged",
        "the cursor is a time",
        "nobody looks at the hash of a photo",
        "one bad item fails its batch"
      })
  void the_test_turns_red_when(String shortcut) throws Exception {
    Running running = run(shortcut, 1, ENOUGH_FOR_A_SHORTCUT, 1, 2, 3);
    assertEquals(1, running.end(), running.said());
    assertTrue(running.said().contains("\"broken\":true"), running.said());
    System.out.println(shortcut + ": " + running.said().lines().findFirst().orElseThrow());
  }

  private Running run(String shortcut, int first, int count, int... lanes) throws IOException {
    Map<String, Object> order = new java.util.HashMap<>();
    order.put("control", control.port());
    order.put("lanes", lanes);
    order.put("first", first);
    order.put("count", count);
    order.put("shortcut", shortcut);
    List<String> command = new ArrayList<>(List.of("node", "test/schedules/run.mjs"));
    command.add(new ObjectMapper().writeValueAsString(order));
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("web").toFile())
            .redirectErrorStream(true)
            .start();
    StringBuilder said = new StringBuilder();
    Thread reader =
        new Thread(
            () -> {
              try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                lines.lines().forEach(line -> said.append(line).append('\n'));
              } catch (IOException e) {
                said.append(e);
              }
            });
    reader.start();
    return new Running(process, reader, said);
  }

  private record Running(Process process, Thread reader, StringBuilder text) {
    int end() throws InterruptedException {
      int code = process.waitFor();
      reader.join();
      return code;
    }

    String said() {
      return text.toString();
    }
  }
}
