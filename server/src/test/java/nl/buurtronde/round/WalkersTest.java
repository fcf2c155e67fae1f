package nl.buurtronde.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WalkersTest {
  private World world;
  private Walkers walkers;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new World(folder);
    walkers = world.room.walkers();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void volunteers_see_their_own_team_and_who_sets_up_sees_all() {
    assertEquals(List.of("dewi", "kim", "noor", "piet"), names(world.noor));
    assertEquals(List.of("dewi", "kim", "noor", "piet"), names(world.bas));
    assertEquals(List.of("dewi", "kim", "noor", "piet", "yusuf"), names(world.esra));
    assertEquals(List.of("dewi", "kim", "noor", "piet", "yusuf"), names(world.admin));
    assertEquals(1, walkers.list(world.esra, world.molen).size());
    assertEquals(0, walkers.list(world.noor, world.molen).size());
  }

  @Test
  void a_certificate_is_given_once_and_taken_back() {
    world.clock.pass(Duration.ofMinutes(1));
    walkers.certify(world.esra, world.noor.id());
    assertEquals(World.START, walker(world.esra, world.noor).certifiedAt(), "the first stands");
    walkers.endCertificate(world.esra, world.noor.id());
    assertFalse(walker(world.esra, world.noor).mayWalk());
    walkers.certify(world.esra, world.noor.id());
    assertEquals(World.START.plusSeconds(60), walker(world.esra, world.noor).certifiedAt());
  }

  @Test
  void a_waiver_has_a_reason_that_only_who_sets_up_reads() {
    assertFalse(walker(world.esra, world.piet).mayWalk());
    walkers.waive(world.esra, world.piet.id(), " Loopt mee met Noor. ");
    assertTrue(walker(world.noor, world.piet).mayWalk());
    assertNull(walker(world.noor, world.piet).waiver());
    assertEquals("Loopt mee met Noor.", walker(world.esra, world.piet).waiver());
    String told = "SELECT COUNT(*) FROM audit WHERE action = 'walker.waived' AND account_id = ?";
    assertEquals(1, world.count(told, world.esra.id()));
    walkers.endWaiver(world.esra, world.piet.id());
    assertFalse(walker(world.esra, world.piet).mayWalk());
  }

  @Test
  void only_a_volunteer_gets_one_and_a_waiver_says_why() {
    Refused.with("walker.role", () -> walkers.certify(world.esra, world.bas.id()));
    Refused.with("walker.unknown", () -> walkers.certify(world.esra, Id.next()));
    Refused.with("walker.waiver", () -> walkers.waive(world.esra, world.piet.id(), " \n"));
    Refused.with(
        "walker.waiver", () -> walkers.waive(world.esra, world.piet.id(), "x".repeat(501)));
    Refused.with("json.invalid", () -> walkers.waive(world.esra, world.piet.id(), null));
  }

  private List<String> names(Actor reader) {
    return walkers.list(reader, null).stream().map(Walkers.Walker::name).sorted().toList();
  }

  private Walkers.Walker walker(Actor reader, Actor who) {
    return walkers.list(reader, null).stream()
        .filter(walker -> walker.id().equals(who.id()))
        .findFirst()
        .orElseThrow();
  }
}
