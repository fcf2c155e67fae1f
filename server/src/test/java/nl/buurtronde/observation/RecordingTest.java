package nl.buurtronde.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.sync.Mutation;
import nl.buurtronde.sync.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
  private static final String LAMP = "{\"category\":\"lighting\",\"text\":\"lamp stuk\"}";

  private static final List<String> WRONG =
      List.of(
          "{}",
          "{\"category\":null}",
          "{\"category\":\"Groot\"}",
          "{\"category\":7}",
          "{\"category\":\"\"}",
          "{\"category\":\"x\",\"text\":7}",
          "{\"category\":\"x\",\"text\":null}",
          "{\"category\":\"x\",\"author\":\"kim\"}",
          "{\"category\":\"x\",\"district\":\"y\"}",
          "{\"category\":\"x\",\"sensitive\":false}",
          "{\"category\":\"x\",\"state\":\"closed\"}",
          "{\"category\":\"x\",\"receivedAt\":\"2026-01-01T00:00:00.000Z\"}",
          "{\"category\":\"x\",\"urgency\":\"soonish\"}",
          "{\"category\":\"x\",\"wantsHelp\":\"true\"}",
          "{\"category\":\"x\",\"wantsHelp\":1}",
          "{\"category\":\"x\",\"place\":\"here\"}",
          "{\"category\":\"x\",\"place\":{\"lat\":52.0}}",
          "{\"category\":\"x\",\"place\":{\"lat\":91,\"lon\":5}}",
          "{\"category\":\"x\",\"place\":{\"lat\":\"52\",\"lon\":\"5\"}}",
          "{\"category\":\"x\",\"place\":{\"lat\":1e999,\"lon\":5}}",
          "{\"category\":\"x\",\"place\":{\"lat\":52,\"lon\":5,\"accuracy\":-1}}",
          "{\"category\":\"x\",\"place\":{\"floor\":3}}",
          "{\"category\":\"x\",\"place\":{\"complex\":\"L-01\"}}",
          "{\"category\":\"x\",\"visit\":{\"note\":\"x\"}}",
          "{\"category\":\"x\",\"visit\":{\"outcome\":\"\"}}",
          "{\"category\":\"x\",\"photos\":\"abc\"}",
          "{\"category\":\"x\",\"photos\":[\"abc\"]}",
          "{\"category\":\"x\",\"photos\":[1]}",
          "{\"category\":\"x\",\"round\":\"today\"}");

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
  void what_was_filled_in_comes_back() {
    UUID round = Id.next();
    UUID id =
        world.recorded(
            world.noor,
            """
            {"category":"lighting","text":"lamp stuk","urgency":"soon","wantsHelp":true,
             "place":{"complex":"%s","lat":52.01,"lon":5.01,"accuracy":12.4,"description":"achter"},
             "visit":{"outcome":"explained","note":"aardig"},"photos":["%s"],"round":"%s"}
            """
                .formatted(world.lindeflat, World.photo(1), round));

    ObservationValue value = world.seen(world.bas, id);
    assertEquals(world.linden, value.district());
    assertEquals("noor", value.author().name());
    assertEquals("lighting", value.category());
    assertEquals("lamp stuk", value.text());
    assertEquals("soon", value.urgency());
    assertTrue(value.wantsHelp());
    assertEquals(
        "{\"complex\":\"%s\",\"lat\":52.01,\"lon\":5.01,\"accuracy\":12,\"description\":\"achter\"}"
            .formatted(world.lindeflat),
        value.place().toString());
    assertEquals("explained", value.visit().get("outcome").textValue());
    assertEquals("aardig", value.visit().get("note").textValue());
    assertEquals(List.of(new ObservationValue.PhotoValue(World.photo(1), false)), value.photos());
    assertEquals(round, value.round());
    assertEquals("new", value.state());
    assertEquals("office", value.awaits());
    assertEquals(World.START, value.observedAt());
    assertEquals(World.START, value.receivedAt());
    assertFalse(value.sensitive());
  }

  @Test
  void a_category_is_enough() {
    ObservationValue value =
        world.seen(world.noor, world.recorded(world.noor, "{\"category\":\"nieuw-soort\"}"));
    assertEquals("", value.text());
    assertEquals("later", value.urgency());
    assertNull(value.place());
    assertNull(value.visit());
    assertEquals(List.of(), value.photos());
  }

  @Test
  void a_place_is_kept_to_four_decimals() {
    String args = "{\"category\":\"green\",\"place\":{\"lat\":52.0123456,\"lon\":5.0098765}}";
    ObservationValue value = world.seen(world.noor, world.recorded(world.noor, args));
    assertEquals("{\"lat\":52.0123,\"lon\":5.0099}", value.place().toString());
    long traces = world.count("SELECT COUNT(*) FROM observation WHERE place LIKE '%52.01234%'");
    assertEquals(0, traces);
  }

  @Test
  void every_character_comes_back() {
    String text = "a\0b\u0001\t\r\n\u200b\u202e\ufeff' OR 1=1 --<script>\ud83d\ude00\u0000";
    String args =
        Json.mapper().createObjectNode().put("category", "x").put("text", text).toString();
    assertEquals(text, world.seen(world.noor, world.recorded(world.noor, args)).text());
  }

  @Test
  void half_a_character_becomes_the_sign_for_it() {
    String args = "{\"category\":\"x\",\"text\":\"a\\ud83d\"}";
    assertEquals("a\ufffd", world.seen(world.noor, world.recorded(world.noor, args)).text());
  }

  @Test
  void a_text_of_four_thousand_signs_fits_and_one_more_is_set_aside() {
    String longest = "😀".repeat(4000);
    String args = "{\"category\":\"x\",\"text\":\"%s\"}";
    UUID id = world.recorded(world.noor, args.formatted(longest));
    assertEquals(longest, world.seen(world.noor, id).text());
    Refused.with(
        "observation.text.long",
        () -> world.recorded(world.noor, args.formatted(longest + "!")));
  }

  @Test
  void what_is_wrong_is_refused_before_anything_is_stored() {
    for (String args : WRONG) {
      Refusal refusal = assertThrows(Refusal.class, () -> world.recorded(world.noor, args), args);
      assertEquals(Reason.INVALID, refusal.reason(), args);
      assertTrue(Messages.has(refusal.key()), args);
    }
    assertEquals(0, world.count("SELECT COUNT(*) FROM observation"));
  }

  @Test
  void six_photos_fit_and_the_same_one_twice_counts_once() {
    UUID id = world.recorded(world.noor, photos(1, 2, 2, 3, 4, 5, 6));
    assertEquals(6, world.seen(world.noor, id).photos().size());
    Refused.with(
        "observation.photos", () -> world.recorded(world.noor, photos(1, 2, 3, 4, 5, 6, 7)));
  }

  @Test
  void a_photo_is_missed_until_it_has_come_in_or_nothing_carries_it() {
    Phone phone = world.phone(world.noor);
    UUID id = phone.record(photos(1, 2, 3));
    assertEquals(List.of(World.photo(1), World.photo(2), World.photo(3)), missing());
    world.store(World.photo(2));
    assertEquals(List.of(World.photo(1), World.photo(3)), missing());
    phone.amend(id, null, "{\"photos\":[\"%s\"]}".formatted(World.photo(3)));
    assertEquals(List.of(World.photo(3)), missing());
    phone.record(photos(2));
    assertEquals(List.of(World.photo(3)), missing());
    assertEquals(1, world.count("SELECT COUNT(*) FROM observation_photo_awaited"));
    assertTrue(world.seen(world.noor, phone.record(photos(2))).photos().get(0).stored());
  }

  @Test
  void the_district_is_that_of_the_complex_or_of_the_point_or_of_the_walker() {
    String complex = "{\"category\":\"x\",\"place\":{\"complex\":\"%s\"}}";
    String point = "{\"category\":\"x\",\"place\":{\"lat\":52.01,\"lon\":%s}}";
    assertEquals(world.linden, district(world.noor, complex.formatted(world.lindeflat)));
    assertEquals(world.linden, district(world.noor, point.formatted("5.01")));
    assertEquals(world.linden, district(world.noor, point.formatted("5.03")));
    assertEquals(world.linden, district(world.noor, complex.formatted(Id.next())));
    assertEquals(world.molen, district(world.yusuf, LAMP));
    assertEquals(world.molen, district(world.esra, complex.formatted(world.molenhof)));
    assertEquals(world.molen, district(world.esra, point.formatted("5.03")));
  }

  @Test
  void another_districts_complex_is_set_aside_until_the_coordinator_lets_it_in() {
    String args = "{\"category\":\"x\",\"place\":{\"complex\":\"%s\"}}".formatted(world.molenhof);
    Phone phone = world.phone(world.noor);
    Mutation mutation = phone.record(Id.next(), args);
    Refusal refusal = Refused.with("scope", () -> phone.apply(mutation));
    assertEquals(Reason.FORBIDDEN, refusal.reason());
    phone.apply(mutation, true);
    assertEquals(world.molen, world.seen(world.esra, mutation.entity()).district());
  }

  @Test
  void membership_is_judged_as_it_was_then() {
    world.leave(world.noor, world.linden, World.START);
    Phone phone = world.phone(world.noor);
    Instant before = World.START.minusSeconds(1);
    UUID id = Id.next();
    phone.apply(phone.say("observation.record", id, null, before, LAMP));
    assertEquals(world.linden, world.seen(world.esra, id).district());
    Refused.with(
        "scope",
        () -> phone.apply(phone.say("observation.record", Id.next(), null, World.START, LAMP)));
  }

  @Test
  void recording_it_again_is_a_change_and_under_anothers_identifier_refused() {
    Phone phone = world.phone(world.noor);
    UUID id = phone.record(LAMP);
    String again = "{\"category\":\"lighting\",\"text\":\"toch\"}";
    Verdict verdict = phone.apply(phone.record(id, again));
    assertEquals(Verdict.Status.APPLIED, verdict.status());
    assertEquals("toch", world.seen(world.noor, id).text());
    assertEquals(List.of(), world.seen(world.noor, id).otherTexts());
    assertEquals(1, world.count("SELECT COUNT(*) FROM observation"));
    Phone other = world.phone(world.kim);
    Refused.with("observation.taken", () -> other.apply(other.record(id, LAMP)));
  }

  @Test
  void what_is_unknown_or_foreign_is_the_same_to_ask_for() {
    UUID id = world.recorded(world.noor, LAMP);
    Phone phone = world.phone(world.yusuf);
    for (UUID entity : List.of(id, Id.next())) {
      Refused.with("observation.unknown", () -> phone.amend(entity, null, "{\"text\":\"x\"}"));
      Refused.with("observation.unknown", () -> phone.withdraw(entity, null));
      Refused.with("observation.unknown", () -> phone.reply(entity, "x"));
    }
  }

  @Test
  void the_servers_time_and_the_phones_stand_side_by_side() {
    world.clock.pass(Duration.ofHours(2));
    Phone phone = world.phone(world.noor);
    UUID id = Id.next();
    phone.apply(phone.say("observation.record", id, null, World.START, LAMP));
    ObservationValue value = world.seen(world.noor, id);
    assertEquals(World.START, value.observedAt());
    assertEquals(World.START.plus(Duration.ofHours(2)), value.receivedAt());
  }

  private UUID district(nl.buurtronde.kernel.Actor author, String args) {
    return world.seen(world.esra, world.recorded(author, args)).district();
  }

  private List<String> missing() {
    return world.database.read(h -> world.observations.missingPhotos(h, world.noor.id()));
  }

  private static String photos(int... photos) {
    StringBuilder list = new StringBuilder();
    for (int photo : photos) {
      list.append(list.isEmpty() ? "\"" : ",\"").append(World.photo(photo)).append('"');
    }
    return "{\"category\":\"x\",\"photos\":[%s]}".formatted(list);
  }
}
