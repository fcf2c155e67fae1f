package nl.buurtronde.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.sync.Mutation;
import nl.buurtronde.sync.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same changes in any order that each phone's own numbers allow end in the same state. */
class OrderTest {
  private static final int SEEDS = Boolean.getBoolean("buurtronde.long") ? 3_000 : 300;
  private static final List<String> CHANGES =
      List.of(
          "{\"category\":\"green\"}",
          "{\"category\":\"water\",\"urgency\":\"now\"}",
          "{\"text\":\"een\"}",
          "{\"text\":\"twee\"}",
          "{\"text\":\"\"}",
          "{\"text\":\"bel 06 12345678\"}",
          "{\"wantsHelp\":true,\"text\":\"drie\"}",
          "{\"place\":null}",
          "{\"place\":{\"description\":\"achter\"}}",
          "{\"place\":{\"lat\":52.011,\"lon\":5.011}}",
          "{\"visit\":{\"outcome\":\"declined\"}}",
          "{\"photos\":[\"%s\"]}".formatted(World.photo(1)),
          "{\"photos\":[\"%s\",\"%s\"]}".formatted(World.photo(2), World.photo(3)),
          "{\"photos\":[]}");

  private World world;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new World(folder);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void the_order_of_arrival_does_not_matter() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Schedule schedule = new Schedule(new Random(seed));
      Object first = schedule.run(new Random(seed * 31));
      Object second = schedule.run(new Random(seed * 37));
      assertEquals(first, second, "seed " + seed);
    }
  }

  @Test
  void letting_the_last_arrival_win_would_be_noticed() {
    for (long seed = 1; seed <= 50; seed++) {
      Schedule schedule = new Schedule(new Random(seed));
      schedule.pretendAllWasSeen = true;
      Object first = schedule.run(new Random(seed * 31));
      if (!first.equals(schedule.run(new Random(seed * 37)))) {
        return;
      }
    }
    fail("Fifty schedules in which the last arrival wins, and no difference was seen");
  }

  /** Three phones, a first wave that saw the recording and a second that saw the first. */
  private final class Schedule {
    private final List<List<List<Step>>> waves = new ArrayList<>();
    private boolean pretendAllWasSeen;

    Schedule(Random random) {
      for (int wave = 0; wave < 2; wave++) {
        List<List<Step>> phones = new ArrayList<>();
        for (int phone = 0; phone < 3; phone++) {
          List<Step> steps = new ArrayList<>();
          for (int i = random.nextInt(4); i > 0; i--) {
            steps.add(Step.random(random, phone));
          }
          phones.add(steps);
        }
        waves.add(phones);
      }
    }

    /** Plays it, phones taking turns by chance; identifiers and moments are the same each time. */
    Object run(Random order) {
      return world.database.write(handle -> play(order));
    }

    private Object play(Random order) {
      List<Actor> owners = List.of(world.noor, world.noor, world.kim);
      List<UUID> devices = List.of(Id.next(), Id.next(), Id.next());
      Map<UUID, Long> numbers = new HashMap<>();
      UUID id = Id.next();
      String record = "{\"category\":\"litter\",\"text\":\"begin\",\"photos\":[\"%s\"]}";
      apply(
          world.noor,
          mutation(
              "observation.record", id, devices.get(0), numbers, null, 0,
              record.formatted(World.photo(9)), Id.next()));
      for (List<List<Step>> wave : waves) {
        long base = world.seen(world.esra, id).revision();
        List<Integer> turns = new ArrayList<>();
        for (int phone = 0; phone < 3; phone++) {
          turns.addAll(Collections.nCopies(wave.get(phone).size(), phone));
        }
        Collections.shuffle(turns, order);
        int[] next = new int[3];
        for (int phone : turns) {
          Step step = wave.get(phone).get(next[phone]++);
          long seen = pretendAllWasSeen ? Long.MAX_VALUE : base;
          apply(
              owners.get(phone),
              mutation(
                  step.name, id, devices.get(phone), numbers, seen, step.second, step.args,
                  step.id));
        }
      }
      return state(id);
    }

    private Mutation mutation(
        String name, UUID id, UUID device, Map<UUID, Long> numbers, Long base, int second,
        String args, UUID mutation) {
      long n = numbers.merge(device, 1L, Long::sum);
      Instant at = World.START.plusSeconds(second);
      UUID unique = name.endsWith("reply") ? Id.next() : mutation;
      try {
        return new Mutation(
            n, unique, name, id, base, at, at, device, Json.mapper().readTree(args));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private Verdict apply(Actor actor, Mutation mutation) {
      return world.database.write(
          handle -> world.room.mutations().prepare(mutation).apply(actor, false, handle));
    }
  }

  private record Step(String name, int second, String args, UUID id) {
    static Step random(Random random, int phone) {
      int kind = random.nextInt(10);
      int second = random.nextInt(5);
      UUID id = new UUID(random.nextLong(), random.nextLong());
      if (kind == 0 && phone < 2) {
        return new Step("observation.withdraw", second, "{}", id);
      }
      if (kind == 1) {
        return new Step("observation.reply", second, "{\"text\":\"reactie\"}", id);
      }
      return new Step(
          "observation.amend", second, CHANGES.get(random.nextInt(CHANGES.size())), id);
    }
  }

  /** All that somebody can see of it, except numbers that differ by nature. */
  private Object state(UUID id) {
    ObservationValue v = world.seen(world.esra, id);
    Map<String, Object> state = new TreeMap<>();
    state.put("district", v.district());
    state.put("category", v.category());
    state.put("text", v.text());
    state.put(
        "otherTexts",
        v.otherTexts().stream().map(ObservationValue.OtherText::text).sorted().toList());
    state.put("urgency", v.urgency());
    state.put("place", String.valueOf(v.place()));
    state.put("visit", String.valueOf(v.visit()));
    state.put("wantsHelp", v.wantsHelp());
    state.put("photos", v.photos());
    state.put("state", v.state());
    state.put("awaits", v.awaits());
    state.put("review", String.valueOf(v.review()));
    state.put("sensitive", v.sensitive());
    state.put(
        "messages",
        v.messages().stream()
            .map(ObservationValue.MessageValue::text)
            .collect(Collectors.toList()));
    return state;
  }
}
