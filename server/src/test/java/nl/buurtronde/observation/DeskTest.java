package nl.buurtronde.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskTest {
  private World world;
  private Observations desk;
  private UUID id;

  @BeforeEach
  void open(@TempDir Path folder) {
    world = new World(folder);
    desk = world.observations;
    id = world.recorded(world.noor, "{\"category\":\"lighting\",\"text\":\"lamp stuk\"}");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void acknowledging_twice_is_acknowledging_once() {
    desk.acknowledge(world.bas, id);
    desk.acknowledge(world.esra, id);
    assertStands("acknowledged", "office");
    assertEquals(List.of("acknowledgement"), kinds());
    assertEquals("bas", value().messages().get(0).by().name());
    assertHistory("recorded", "acknowledged");
  }

  @Test
  void an_answer_needs_nothing_more() {
    desk.answer(world.bas, id, null, "Morgen komt iemand.");
    assertStands("answered", "nobody");
    assertEquals("Morgen komt iemand.", value().messages().get(0).text());
    assertEquals("caretaker", value().messages().get(0).by().role().wire());
  }

  @Test
  void the_same_answer_sent_again_is_one_answer_and_other_words_are_refused() {
    UUID message = Id.next();
    assertEquals(message, desk.answer(world.bas, id, message, "Morgen."));
    long revision = value().revision();
    assertEquals(message, desk.answer(world.bas, id, message, "Morgen."));
    assertEquals(revision, value().revision());
    assertEquals(1, kinds().size());
    var refusal =
        Refused.with(
            "observation.message.other", () -> desk.answer(world.bas, id, message, "Overmorgen."));
    assertEquals(Reason.CONFLICT, refusal.reason());
    Refused.with(
        "observation.message.other", () -> desk.ask(world.bas, id, message, "Morgen."));
  }

  @Test
  void a_question_waits_for_the_volunteer() {
    desk.ask(world.bas, id, null, "Welke lamp?");
    assertStands("asked", "volunteer");
  }

  @Test
  void closing_with_the_same_outcome_again_is_fine_and_with_another_not() {
    desk.close(world.bas, id, "solved", "Vervangen.");
    desk.close(world.bas, id, "solved", "Vervangen.");
    desk.close(world.bas, id, "solved", "");
    assertStands("closed", "nobody");
    assertEquals("solved", value().outcome());
    assertEquals(1, kinds().size());
    var refusal =
        Refused.with(
            "observation.closed.otherwise", () -> desk.close(world.esra, id, "passed-on", ""));
    assertEquals(Reason.CONFLICT, refusal.reason());
    assertHistory("recorded", "closed");
  }

  @Test
  void more_words_at_a_closed_one_are_kept() {
    desk.close(world.bas, id, "solved", "Vervangen.");
    desk.close(world.esra, id, "solved", "En nagekeken.");
    assertEquals(List.of("closure", "closure"), kinds());
  }

  @Test
  void reopening_takes_the_outcome_away_and_may_be_repeated() {
    desk.close(world.bas, id, "solved", "");
    desk.reopen(world.bas, id, "Toch stuk.");
    desk.reopen(world.bas, id, "Toch stuk.");
    assertStands("acknowledged", "office");
    assertNull(value().outcome());
    assertEquals(List.of("closure", "reopening"), kinds());
  }

  @Test
  void what_was_never_closed_cannot_be_reopened() {
    Refused.with("observation.open", () -> desk.reopen(world.bas, id, ""));
  }

  @Test
  void a_closed_one_is_answered_and_stays_closed_but_asks_nothing() {
    desk.close(world.bas, id, "solved", "");
    world.phone(world.noor).reply(id, "bedankt");
    assertStands("closed", "office");
    desk.answer(world.bas, id, null, "Graag gedaan.");
    assertStands("closed", "nobody");
    Refused.with("observation.closed", () -> desk.ask(world.bas, id, null, "Nog iets?"));
    assertEquals(List.of("closure", "reply", "answer"), kinds());
  }

  @Test
  void acknowledging_a_reply_settles_it() {
    desk.answer(world.bas, id, null, "Morgen.");
    world.phone(world.noor).reply(id, "fijn");
    assertStands("answered", "office");
    desk.acknowledge(world.bas, id);
    assertStands("answered", "nobody");
  }

  @Test
  void what_was_withdrawn_is_not_answered() {
    world.phone(world.noor).withdraw(id, value().revision());
    var refusal =
        Refused.with("observation.withdrawn", () -> desk.answer(world.bas, id, null, "x"));
    assertEquals(Reason.CONFLICT, refusal.reason());
    Refused.with("observation.withdrawn", () -> desk.acknowledge(world.bas, id));
    Refused.with("observation.withdrawn", () -> desk.close(world.bas, id, "solved", ""));
  }

  @Test
  void empty_and_endless_words_are_refused() {
    Refused.with("observation.text.empty", () -> desk.answer(world.bas, id, null, " \n"));
    Refused.with("observation.text.empty", () -> desk.ask(world.bas, id, null, null));
    Refused.with("observation.text.long", () -> desk.answer(world.bas, id, null, "x".repeat(4001)));
    Refused.with("observation.outcome", () -> desk.close(world.bas, id, "", "x"));
    Refused.with("observation.outcome", () -> desk.close(world.bas, id, null, "x"));
    Refused.with("observation.outcome", () -> desk.close(world.bas, id, "x".repeat(61), ""));
  }

  @Test
  void each_verb_takes_a_revision_and_leaves_a_line_in_the_history() {
    long before = value().revision();
    desk.acknowledge(world.bas, id);
    desk.ask(world.bas, id, null, "Welke?");
    desk.answer(world.bas, id, null, "Morgen.");
    desk.close(world.bas, id, "solved", "");
    desk.reopen(world.bas, id, "");
    assertEquals(before + 5, value().revision());
    assertHistory("recorded", "acknowledged", "asked", "answered", "closed", "reopened");
    assertEquals(
        "solved", value().history().get(4).detail().get("outcome").textValue());
  }

  private void assertStands(String state, String awaits) {
    assertEquals(state, value().state());
    assertEquals(awaits, value().awaits());
  }

  private void assertHistory(String... kinds) {
    assertEquals(
        List.of(kinds),
        value().history().stream().map(ObservationValue.EventValue::kind).toList());
  }

  private List<String> kinds() {
    return value().messages().stream().map(ObservationValue.MessageValue::kind).toList();
  }

  private ObservationValue value() {
    return desk.get(world.esra, id);
  }
}
