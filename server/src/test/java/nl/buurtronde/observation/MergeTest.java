package nl.buurtronde.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.sync.Mutation;
import nl.buurtronde.sync.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two phones of a pair, each changing what the other has not seen changed. */
class MergeTest {
  private World world;
  private Phone noor;
  private Phone kim;
  private UUID id;
  private long base;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new World(folder);
    noor = world.phone(world.noor);
    kim = world.phone(world.kim);
    String args = "{\"category\":\"litter\",\"text\":\"zakken\",\"photos\":[\"%s\"]}";
    id = noor.record(args.formatted(World.photo(1)));
    base = value().revision();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_change_that_saw_the_other_simply_stands() {
    noor.amend(id, base, "{\"text\":\"een\"}");
    Verdict verdict = kim.amend(id, value().revision(), "{\"text\":\"twee\"}");
    assertEquals(Verdict.Status.APPLIED, verdict.status());
    assertEquals("twee", value().text());
    assertEquals(List.of(), value().otherTexts());
  }

  @Test
  void of_two_choices_the_later_moment_stands_and_the_other_stays_in_the_history() {
    kim.amend(id, base, World.START.plusSeconds(60), "{\"category\":\"green\"}");
    Verdict verdict = noor.amend(id, base, World.START.plusSeconds(30), "{\"category\":\"water\"}");
    assertEquals(Verdict.Status.MERGED, verdict.status());
    assertEquals("green", value().category());
    ObservationValue.EventValue last = last();
    assertEquals("merged", last.kind());
    assertEquals("water", last.detail().get("category").get("to").textValue());
    assertEquals("green", last.detail().get("category").get("stands").textValue());
  }

  @Test
  void other_fields_do_not_touch_each_other() {
    kim.amend(id, base, "{\"category\":\"green\"}");
    Verdict verdict = noor.amend(id, base, "{\"urgency\":\"now\"}");
    assertEquals(Verdict.Status.APPLIED, verdict.status());
    assertEquals("green", value().category());
    assertEquals("now", value().urgency());
  }

  @Test
  void two_texts_are_both_shown_until_somebody_merges_them() {
    noor.amend(id, base, World.START.plusSeconds(1), "{\"text\":\"van noor\"}");
    kim.amend(id, base, World.START.plusSeconds(2), "{\"text\":\"van kim\"}");
    assertEquals("van kim", value().text());
    assertEquals("van noor", value().otherTexts().get(0).text());
    assertEquals("noor", value().otherTexts().get(0).by().name());
    assertEquals(List.of(id), world.listed(world.esra, java.util.Map.of("q", List.of("van noor"))));

    noor.amend(id, value().revision(), "{\"text\":\"van beiden\"}");
    assertEquals("van beiden", value().text());
    assertEquals(List.of(), value().otherTexts());
  }

  @Test
  void the_office_may_merge_the_texts_too() {
    noor.amend(id, base, "{\"text\":\"van noor\"}");
    kim.amend(id, base, "{\"text\":\"van kim\"}");
    world.observations.mergeText(world.bas, id, "van beiden");
    assertEquals("van beiden", value().text());
    assertEquals(List.of(), value().otherTexts());
    long revision = value().revision();
    world.observations.mergeText(world.bas, id, "van beiden");
    assertEquals(revision, value().revision());
    Refused.with(
        "observation.text.single", () -> world.observations.mergeText(world.bas, id, "anders"));
  }

  @Test
  void the_same_text_twice_is_no_conflict_to_settle() {
    noor.amend(id, base, "{\"text\":\"gelijk\"}");
    kim.amend(id, base, "{\"text\":\"gelijk\"}");
    assertEquals(List.of(), value().otherTexts());
  }

  @Test
  void a_phone_has_seen_its_own_changes() {
    noor.amend(id, null, "{\"text\":\"eerst\"}");
    Verdict verdict = noor.amend(id, null, World.START.minusSeconds(9), "{\"text\":\"daarna\"}");
    assertEquals(Verdict.Status.APPLIED, verdict.status());
    assertEquals("daarna", value().text());
    assertEquals(List.of(), value().otherTexts());
  }

  @Test
  void ones_own_earlier_change_that_comes_late_undoes_nothing() {
    Mutation early = noor.say("observation.amend", id, base, World.START, "{\"text\":\"eerst\"}");
    noor.amend(id, base, "{\"text\":\"daarna\"}");
    assertEquals(Verdict.Status.MERGED, noor.apply(early).status());
    assertEquals("daarna", value().text());
    assertEquals(List.of(), value().otherTexts());
  }

  @Test
  void photos_add_up_unless_the_other_ones_were_seen() {
    kim.amend(id, base, photos(1, 2));
    noor.amend(id, base, photos(1, 3));
    assertEquals(List.of(World.photo(1), World.photo(2), World.photo(3)), photos());
    noor.amend(id, value().revision(), photos(3));
    assertEquals(List.of(World.photo(3)), photos());
    assertEquals(1, world.count("SELECT COUNT(*) FROM observation_photo"));
  }

  @Test
  void a_place_moves_it_to_its_district_and_an_unknown_place_leaves_it() {
    UUID own = world.recorded(world.esra, place(world.lindeflat));
    Phone esra = world.phone(world.esra);
    long seen = world.seen(world.esra, own).revision();
    esra.amend(own, seen, place(world.molenhof).replace("\"category\":\"x\",", ""));
    assertEquals(world.molen, world.seen(world.esra, own).district());
    esra.amend(own, seen + 1, "{\"place\":{\"description\":\"ergens\"}}");
    assertEquals(world.linden, world.seen(world.esra, own).district());
  }

  @Test
  void a_change_that_had_not_seen_the_withdrawal_brings_it_back() {
    noor.withdraw(id, base);
    assertEquals("withdrawn", value().state());
    Verdict verdict = kim.amend(id, base, "{\"text\":\"nog meer\"}");
    assertEquals(Verdict.Status.MERGED, verdict.status());
    assertBack();
    assertEquals("restored", last().kind());
  }

  @Test
  void a_withdrawal_that_had_not_seen_a_change_leaves_it() {
    kim.amend(id, base, "{\"text\":\"nog meer\"}");
    assertEquals(Verdict.Status.MERGED, noor.withdraw(id, base).status());
    assertBack();
  }

  @Test
  void a_withdrawal_that_saw_everything_withdraws() {
    kim.amend(id, base, "{\"text\":\"nog meer\"}");
    assertEquals(Verdict.Status.APPLIED, noor.withdraw(id, value().revision()).status());
    assertEquals("withdrawn", value().state());
    assertEquals("nobody", value().awaits());
    assertNull(value().review());
  }

  @Test
  void ones_own_change_does_not_contest_ones_withdrawal() {
    noor.amend(id, null, "{\"text\":\"nog meer\"}");
    noor.withdraw(id, null);
    assertEquals("withdrawn", value().state());
  }

  @Test
  void the_review_ends_when_the_office_looked_or_the_author_withdraws_again() {
    kim.amend(id, base, "{\"text\":\"nog meer\"}");
    noor.withdraw(id, base);
    world.observations.acknowledge(world.bas, id);
    assertNull(value().review());
    noor.withdraw(id, value().revision());
    assertEquals("withdrawn", value().state());
  }

  @Test
  void only_the_author_withdraws() {
    Refused.with("observation.others", () -> kim.withdraw(id, base));
  }

  @Test
  void a_reply_asks_for_the_office_again_and_opens_nothing() {
    world.observations.ask(world.bas, id, null, "welke lamp?");
    noor.reply(id, "de linker");
    assertEquals("acknowledged", value().state());
    assertEquals("office", value().awaits());
    world.observations.close(world.bas, id, "solved", "");
    kim.reply(id, "hij doet het niet");
    assertEquals("closed", value().state());
    assertEquals("office", value().awaits());
    assertEquals(
        List.of("question", "reply", "closure", "reply"),
        value().messages().stream().map(ObservationValue.MessageValue::kind).toList());
  }

  @Test
  void an_empty_reply_is_refused() {
    Refused.with("observation.text.empty", () -> noor.reply(id, "  "));
  }

  private void assertBack() {
    assertEquals("new", value().state());
    assertEquals("office", value().awaits());
    assertEquals("withdrawn-and-changed", value().review());
    assertEquals("nog meer", value().text());
    assertTrue(world.listed(world.bas).contains(id));
  }

  private ObservationValue value() {
    return world.seen(world.noor, id);
  }

  private ObservationValue.EventValue last() {
    List<ObservationValue.EventValue> history = value().history();
    return history.get(history.size() - 1);
  }

  private List<String> photos() {
    return value().photos().stream().map(ObservationValue.PhotoValue::sha256).toList();
  }

  private static String photos(int a, int... more) {
    StringBuilder list = new StringBuilder("\"" + World.photo(a) + "\"");
    for (int photo : more) {
      list.append(",\"").append(World.photo(photo)).append('"');
    }
    return "{\"photos\":[%s]}".formatted(list);
  }

  private static String place(UUID complex) {
    return "{\"category\":\"x\",\"place\":{\"complex\":\"%s\"}}".formatted(complex);
  }
}
