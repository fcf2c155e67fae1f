package nl.buurtronde.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SightTest {
  private World world;
  private UUID open;
  private UUID sensitive;
  private UUID closed;
  private UUID withdrawn;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new World(folder);
    open = world.recorded(world.noor, observation("lamp stuk", 1));
    sensitive = world.recorded(world.noor, observation("bel 06 12345678", 2));
    closed = world.recorded(world.noor, observation("zakken", 3));
    world.observations.close(world.bas, closed, "solved", "opgeruimd");
    Phone phone = world.phone(world.noor);
    withdrawn = phone.record(observation("toch niet", 4));
    phone.withdraw(withdrawn, null);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everybody_sees_what_is_theirs_to_see_and_nothing_else() {
    assertSees(world.noor, open, sensitive, closed, withdrawn);
    assertSees(world.kim, open);
    assertSees(world.yusuf);
    assertSees(world.bas, open, sensitive, closed, withdrawn);
    assertSees(new Actor(Id.next(), "mo", Role.CARETAKER, Set.of(world.molen)));
    assertSees(world.esra, open, sensitive, closed, withdrawn);
    assertSees(world.admin);
    assertSees(new Actor(Id.next(), "zij", Role.VOLUNTEER, Set.of()));
  }

  @Test
  void a_phone_pulls_what_its_owner_sees_and_of_the_withdrawn_only_its_own() {
    assertPulls(world.noor, open, sensitive, closed, withdrawn);
    assertPulls(world.kim, open);
    assertPulls(world.yusuf);
    assertPulls(world.bas, open, sensitive, closed);
    assertPulls(world.esra, open, sensitive, closed);
    assertPulls(world.admin);
  }

  @Test
  void the_office_answers_only_in_its_own_district() {
    Actor elsewhere = new Actor(Id.next(), "mo", Role.CARETAKER, Set.of(world.molen));
    for (Actor actor : List.of(world.noor, world.kim, world.yusuf, elsewhere, world.admin)) {
      for (UUID id : List.of(open, sensitive, Id.next())) {
        Observations desk = world.observations;
        Refused.with("observation.unknown", () -> desk.acknowledge(actor, id));
        Refused.with("observation.unknown", () -> desk.answer(actor, id, null, "x"));
        Refused.with("observation.unknown", () -> desk.ask(actor, id, null, "x"));
        Refused.with("observation.unknown", () -> desk.close(actor, id, "solved", ""));
        Refused.with("observation.unknown", () -> desk.reopen(actor, id, ""));
        Refused.with("observation.unknown", () -> desk.mergeText(actor, id, "x"));
      }
    }
    assertEquals("new", world.seen(world.noor, open).state());
  }

  @Test
  void closing_takes_it_from_other_volunteers_and_reopening_gives_it_back() {
    long before = revision();
    world.observations.close(world.bas, open, "solved", "");
    assertEquals("scope", world.pulled(world.kim, before, open));
    assertEquals("value", world.pulled(world.noor, before, open));
    assertEquals("value", world.pulled(world.bas, before, open));
    assertEquals("nothing", world.pulled(world.yusuf, before, open));
    assertEquals("nothing", world.pulled(world.admin, before, open));

    before = revision();
    world.observations.reopen(world.bas, open, "");
    assertEquals("value", world.pulled(world.kim, before, open));
  }

  @Test
  void becoming_sensitive_takes_it_from_other_volunteers() {
    long before = revision();
    world.phone(world.noor).amend(open, before, "{\"text\":\"zij is dement\"}");
    assertEquals("scope", world.pulled(world.kim, before, open));
    assertEquals("value", world.pulled(world.bas, before, open));
    assertFalse(world.listed(world.kim).contains(open));
  }

  @Test
  void a_sensitive_reply_makes_it_sensitive() {
    world.phone(world.kim).reply(open, "haar mail is jet@example.nl");
    assertTrue(world.seen(world.noor, open).sensitive());
    assertFalse(world.listed(world.kim).contains(open));
  }

  @Test
  void withdrawing_deletes_it_for_all_others() {
    long before = revision();
    Phone phone = world.phone(world.noor);
    phone.withdraw(open, before);
    assertEquals("deleted", world.pulled(world.kim, before, open));
    assertEquals("deleted", world.pulled(world.bas, before, open));
    assertEquals("deleted", world.pulled(world.esra, before, open));
    assertEquals("value", world.pulled(world.noor, before, open));
    assertEquals("nothing", world.pulled(world.yusuf, before, open));
  }

  @Test
  void moving_it_takes_it_from_the_old_district_and_gives_it_to_the_new() {
    UUID id =
        world.recorded(
            world.esra,
            "{\"category\":\"x\",\"place\":{\"complex\":\"%s\"}}".formatted(world.lindeflat));
    long before = revision();
    String there = "{\"place\":{\"complex\":\"%s\"}}".formatted(world.molenhof);
    world.phone(world.esra).amend(id, before, there);
    assertEquals("scope", world.pulled(world.kim, before, id));
    assertEquals("scope", world.pulled(world.bas, before, id));
    assertEquals("value", world.pulled(world.yusuf, before, id));
    assertEquals("value", world.pulled(world.esra, before, id));
  }

  @Test
  void what_one_never_held_is_not_told_to_have_left() {
    long before = revision();
    world.observations.close(world.bas, sensitive, "solved", "");
    world.phone(world.noor).withdraw(sensitive, revision());
    assertEquals("nothing", world.pulled(world.kim, before, sensitive));
    assertEquals("nothing", world.pulled(world.kim, 0, closed));
  }

  @Test
  void a_photo_is_seen_by_whoever_sees_what_carries_it() {
    IntStream.rangeClosed(1, 4).forEach(i -> world.store(World.photo(i)));
    world.observations.acknowledge(world.bas, open);
    assertTrue(maySee(world.kim, 1));
    assertFalse(maySee(world.kim, 2));
    assertFalse(maySee(world.kim, 3));
    assertFalse(maySee(world.kim, 99));
    assertTrue(maySee(world.noor, 4));
    assertTrue(maySee(world.bas, 2));
    assertTrue(maySee(world.esra, 3));
    assertFalse(maySee(world.yusuf, 1));
    assertFalse(maySee(world.admin, 1));
  }

  @Test
  void another_volunteer_sees_a_photo_once_the_office_has_seen_it() {
    world.store(World.photo(1));
    assertFalse(maySee(world.kim, 1));
    assertTrue(maySee(world.noor, 1));
    assertTrue(maySee(world.bas, 1));
    world.observations.acknowledge(world.bas, open);
    assertTrue(maySee(world.kim, 1));
    String more = "{\"photos\":[\"%s\",\"%s\"]}".formatted(World.photo(1), World.photo(5));
    world.phone(world.noor).amend(open, revision(), more);
    world.store(World.photo(5));
    assertFalse(maySee(world.kim, 5));
    world.observations.answer(world.bas, open, Id.next(), "Dank voor de nieuwe foto.");
    assertTrue(maySee(world.kim, 5));
  }

  @Test
  void naming_a_photo_of_others_opens_it_to_nobody() {
    world.store(World.photo(2));
    String naming = "{\"category\":\"x\",\"photos\":[\"%s\"]}".formatted(World.photo(2));
    world.recorded(world.yusuf, naming);
    assertFalse(maySee(world.yusuf, 2));
    UUID pairs = world.recorded(world.kim, "{\"category\":\"x\"}");
    world.phone(world.noor).amend(pairs, revision(), naming);
    assertTrue(maySee(world.kim, 2));
  }

  @Test
  void that_a_photo_is_here_is_told_to_nobody_who_only_names_it() {
    world.store(world.noor, World.photo(7));
    String naming = "{\"category\":\"x\",\"photos\":[\"%s\"]}".formatted(World.photo(7));
    UUID his = world.recorded(world.yusuf, naming);
    UUID hers = world.recorded(world.noor, naming);
    assertFalse(world.seen(world.yusuf, his).photos().get(0).stored());
    assertTrue(world.seen(world.noor, hers).photos().get(0).stored());
    assertEquals(List.of(World.photo(7)), missing(world.yusuf));
    assertFalse(missing(world.noor).contains(World.photo(7)));

    long before = revision();
    world.execute("INSERT INTO photo_sender VALUES (?, ?)", World.photo(7), world.yusuf.id());
    world.database.write(
        h -> {
          world.observations.photoStored(h, World.photo(7), world.yusuf.id());
          return null;
        });
    assertTrue(world.seen(world.yusuf, his).photos().get(0).stored());
    assertEquals(List.of(), missing(world.yusuf));
    assertEquals("value", world.pulled(world.yusuf, before, his));
    assertEquals("nothing", world.pulled(world.noor, before, hers));
  }

  @Test
  void a_photo_of_the_pair_is_not_asked_of_the_other_phone() {
    String naming = "{\"category\":\"x\",\"photos\":[\"%s\"]}".formatted(World.photo(8));
    UUID pairs = world.recorded(world.noor, naming);
    world.phone(world.noor).amend(pairs, revision(), "{\"photos\":[]}");
    world.phone(world.kim).amend(pairs, revision(), "{\"photos\":[\"%s\"]}".formatted(World.photo(8)));
    assertEquals(List.of(World.photo(8)), missing(world.kim));
    world.store(world.noor, World.photo(8));
    assertEquals(List.of(), missing(world.kim));
  }

  @Test
  void a_look_of_the_office_at_a_sensitive_one_is_logged() {
    world.seen(world.bas, sensitive);
    world.seen(world.esra, sensitive);
    world.seen(world.bas, open);
    world.seen(world.noor, sensitive);
    assertEquals(
        2,
        world.count(
            "SELECT COUNT(*) FROM audit WHERE action = 'observation.read' AND entity = ?",
            sensitive));
    assertEquals(2, world.count("SELECT COUNT(*) FROM audit WHERE action = 'observation.read'"));
  }

  @Test
  void the_history_is_for_the_author_and_the_office() {
    world.phone(world.noor).amend(open, revision(), "{\"text\":\"anders\"}");
    assertEquals(2, world.seen(world.noor, open).history().size());
    assertEquals(2, world.seen(world.bas, open).history().size());
    assertEquals(List.of(), world.seen(world.kim, open).history());
  }

  @Test
  void volunteers_do_not_search_for_people_or_addresses() {
    for (String filter : List.of("q", "complex")) {
      Map<String, List<String>> query = Map.of(filter, List.of(world.lindeflat.toString()));
      Refused.with("observation.search", () -> world.listed(world.noor, query));
    }
  }

  private void assertSees(Actor actor, UUID... ids) {
    assertEquals(Set.of(ids), Set.copyOf(world.listed(actor)), actor.name());
    for (UUID id : List.of(open, sensitive, closed, withdrawn)) {
      boolean seen;
      try {
        seen = world.seen(actor, id) != null;
      } catch (Refusal refusal) {
        assertEquals("observation.unknown", refusal.key());
        seen = false;
      }
      assertEquals(Set.of(ids).contains(id), seen, actor.name());
    }
  }

  private void assertPulls(Actor actor, UUID... ids) {
    List<String> pulled = world.pulled(actor, -1).stream().map(change -> change.id()).toList();
    assertEquals(
        Set.of(ids), Set.copyOf(pulled.stream().map(UUID::fromString).toList()), actor.name());
    assertEquals(ids.length, pulled.size());
  }

  private List<String> missing(Actor actor) {
    return world.database.read(h -> world.observations.missingPhotos(h, actor.id()));
  }

  private boolean maySee(Actor actor, int photo) {
    return world.observations.maySee(actor, World.photo(photo));
  }

  private long revision() {
    return world.count("SELECT value FROM revision");
  }

  private static String observation(String text, int photo) {
    return "{\"category\":\"x\",\"text\":\"%s\",\"photos\":[\"%s\"]}"
        .formatted(text, World.photo(photo));
  }
}
