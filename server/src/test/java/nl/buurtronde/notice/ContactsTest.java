package nl.buurtronde.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.Client;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.HttpServer;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.function.Executable;

class ContactsTest {
  private final Endpoint provider = new Endpoint(200);
  private World world;
  private Contacts contacts;

  @TempDir Path folder;

  @BeforeEach
  void open() {
    world = new World(folder, World.webhook(provider.at("/hook"))).start();
    contacts = world.room.contacts();
  }

  @AfterEach
  void close() {
    provider.close();
    world.close();
  }

  @Test
  void a_number_counts_once_its_code_came_back() {
    UUID id = add(world.noor, "06 - 0000 0001");
    assertEquals(List.of("+31600000001"), addresses(world.noor));
    assertNull(world.contacts(world.noor).get(0).provenAt());
    assertEquals("+31600000001", provider.only().json().get("phone").asText());
    String code = code();
    contacts.prove(world.noor, id, code.substring(0, 3) + " " + code.substring(3));
    assertTrue(contacts.isUsable(world.contacts(world.noor).get(0)));
  }

  @Test
  void a_code_is_nowhere_once_it_is_out() {
    UUID id = add(world.noor, World.PHONE);
    assertEquals("", world.deliveries(id).get(0).text());
    assertEquals(
        0,
        world.count(
            "SELECT COUNT(*) FROM contact WHERE code_hash LIKE ?", "%" + code() + "%"));
  }

  @Test
  void a_wrong_code_is_refused_and_the_right_one_still_counts() {
    UUID id = add(world.noor, World.PHONE);
    assertEquals("contact.code.wrong", refused(() -> contacts.prove(world.noor, id, wrong())));
    contacts.prove(world.noor, id, code());
  }

  @Test
  void the_sixth_guess_is_refused_even_when_it_is_right() {
    UUID id = add(world.noor, World.PHONE);
    for (int i = 0; i < 5; i++) {
      assertEquals("contact.code.wrong", refused(() -> contacts.prove(world.noor, id, wrong())));
    }
    assertEquals("contact.code.used", refused(() -> contacts.prove(world.noor, id, code())));
    assertFalse(contacts.isUsable(world.contacts(world.noor).get(0)));
  }

  @Test
  void a_code_is_good_for_a_quarter_of_an_hour() {
    UUID id = add(world.noor, World.PHONE);
    world.clock.pass(Duration.ofMinutes(15));
    assertEquals("contact.code.expired", refused(() -> contacts.prove(world.noor, id, code())));
  }

  @Test
  void a_code_is_good_once() {
    UUID id = add(world.noor, World.PHONE);
    contacts.prove(world.noor, id, code());
    assertEquals("contact.code.expired", refused(() -> contacts.prove(world.noor, id, code())));
  }

  @Test
  void a_new_code_takes_the_place_of_the_one_before() {
    UUID id = add(world.noor, World.PHONE);
    String first = code();
    contacts.sendCode(world.noor, id);
    world.await(() -> world.deliveries(id).size() == 2 && world.finished(id));
    if (!first.equals(code())) {
      assertEquals("contact.code.wrong", refused(() -> contacts.prove(world.noor, id, first)));
    }
    contacts.prove(world.noor, id, code());
  }

  @Test
  void asking_for_codes_is_slowed_down_by_person_and_by_address() {
    UUID id = add(world.noor, World.PHONE);
    for (int i = 0; i < 5; i++) {
      contacts.sendCode(world.noor, id);
    }
    assertEquals("session.throttled", refused(() -> contacts.sendCode(world.noor, id)));
    assertEquals(
        "session.throttled",
        refused(() -> contacts.add(world.kim, Id.next(), Kind.PHONE, World.PHONE, null)));
    assertEquals(List.of(), world.contacts(world.kim));
  }

  @Test
  void adding_once_more_changes_nothing_and_sends_nothing() {
    UUID id = add(world.noor, World.PHONE);
    assertFalse(contacts.add(world.noor, id, Kind.PHONE, World.PHONE, null));
    assertEquals(1, world.deliveries(id).size());
    assertEquals(
        "contact.double",
        refused(() -> contacts.add(world.noor, Id.next(), Kind.PHONE, World.PHONE, null)));
    assertEquals(
        "contact.taken",
        refused(() -> contacts.add(world.kim, id, Kind.PHONE, "+31600000002", null)));
    assertEquals(
        "contact.taken",
        refused(() -> contacts.add(world.noor, id, Kind.PHONE, "+31600000003", null)));
  }

  @Test
  void what_is_somebody_elses_is_not_there() {
    UUID id = add(world.noor, World.PHONE);
    assertEquals("contact.unknown", refused(() -> contacts.prove(world.kim, id, code())));
    assertEquals("contact.unknown", refused(() -> contacts.sendCode(world.kim, id)));
    assertEquals("contact.unknown", refused(() -> contacts.remove(world.kim, id)));
    assertEquals(1, world.contacts(world.noor).size());
  }

  @Test
  void numbers_are_read_as_people_write_them() {
    Map<String, String> good =
        Map.of(
            "06 12 34 56 78", "+31612345678",
            "0031 6 12345678", "+31612345678",
            "+31 (0)6-12345678", "+31612345678",
            "(030) 123 45 67", "+31301234567",
            "+32 470 12 34 56", "+32470123456");
    Numbers numbers = new Numbers(Set.of("31", "32", "49"));
    good.forEach((typed, number) -> assertEquals(number, numbers.read(typed)));
    for (String bad :
        List.of("112", "1850", "06 1234", "+31 6 123456789", "zes", "", "+0612345678")) {
      assertEquals("contact.phone", refused(() -> numbers.read(bad)), bad);
    }
    assertEquals("contact.phone", refused(() -> numbers.read(null)));
  }

  @Test
  void no_code_goes_to_a_number_that_costs_money_or_to_a_country_that_was_not_chosen() {
    Numbers usual = new Numbers(Set.of("31", "32", "49"));
    for (String ordinary :
        List.of("030 1234567", "070 3456789", "085 1234567", "088 1234567", "+49 30 1234567")) {
      usual.read(ordinary);
    }
    for (String paid :
        List.of(
            "0900 8844",
            "0900 1234567",
            "0906 1234567",
            "0909 1234567",
            "0800 1234567",
            "084 1234567",
            "087 1234567",
            "097 1234567",
            "+32 90 212 345",
            "+32 70 123 456",
            "+49 900 1234567",
            "+49 180 1234567",
            "+49 137 1234567",
            "+44 20 7946 0000",
            "+1 900 555 0100",
            "+88 213 123456")) {
      assertEquals("contact.phone.paid", refused(() -> usual.read(paid)), paid);
    }
    assertEquals("+442079460000", new Numbers(Set.of("44")).read("+44 20 7946 0000"));
    assertEquals(
        "contact.phone.paid", refused(() -> new Numbers(Set.of("44")).read("06 12345678")));
    assertEquals("contact.phone.paid", refused(() -> add(world.noor, "0909 1234567")));
    assertEquals(List.of(), world.contacts(world.noor));
  }

  @Test
  void an_address_that_could_say_more_than_an_address_is_refused() {
    assertEquals("noor@buurt.example", Address.email(" noor@buurt.example "));
    for (String bad :
        List.of(
            "noor",
            "noor@buurt",
            "noor@buurt.example\r\nBcc: x@y.example",
            "a@b.example,c@d.example",
            "Noor <noor@buurt.example>",
            "noor@@buurt.example",
            "")) {
      assertEquals("contact.email", refused(() -> Address.email(bad)), bad);
    }
  }

  @Test
  void what_cannot_be_sent_here_is_said_and_not_kept() {
    assertEquals(
        "contact.channel",
        refused(() -> contacts.add(world.noor, Id.next(), Kind.EMAIL, World.EMAIL, null)));
    assertEquals(List.of(), world.contacts(world.noor));
  }

  @Test
  void over_the_wire_a_person_adds_proves_and_removes_a_number() {
    try (HttpServer server =
        new HttpServer(
            "127.0.0.1",
            0,
            new Guard(world.people.sessions(), ""),
            List.of(world.people.routes(), world.room.routes()))) {
      server.start();
      Client noor = new Client(server.port()).signIn("noor");
      String path = "/api/contacts/" + Id.next();
      Map<String, String> body = Map.of("kind", "phone", "address", "06 00000001");
      assertEquals(201, noor.put(path, body).status());
      assertEquals(204, noor.put(path, body).status());
      world.await(() -> provider.all().size() == 1);
      assertEquals(422, noor.post(path + "/proof", Map.of("code", wrong())).status());
      assertEquals(204, noor.post(path + "/proof", Map.of("code", code())).status());

      JsonNode listed = noor.get("/api/contacts").json();
      assertEquals("+31600000001", listed.at("/contacts/0/address").asText());
      assertEquals("phone", listed.at("/contacts/0/kind").asText());
      assertTrue(listed.at("/contacts/0/usable").asBoolean());
      assertEquals(24, listed.at("/contacts/0/provenAt").asText().length());
      assertEquals(87, listed.get("pushKey").asText().length());
      assertEquals(2, listed.get("channels").size());

      assertEquals(400, noor.put("/api/contacts/" + Id.next(), Map.of("kind", "fax")).status());
      assertEquals(204, noor.delete(path).status());
      assertEquals(404, noor.delete(path).status());
      assertEquals(0, noor.get("/api/contacts").json().get("contacts").size());
    }
  }

  private UUID add(Actor actor, String number) {
    UUID id = Id.next();
    assertTrue(contacts.add(actor, id, Kind.PHONE, number, null));
    world.await(() -> world.finished(id));
    return id;
  }

  private List<String> addresses(Actor actor) {
    return world.contacts(actor).stream().map(Contact::address).toList();
  }

  private String code() {
    List<Endpoint.Got> all = provider.all();
    return all.get(all.size() - 1).text().replaceAll("\\D", "");
  }

  private String wrong() {
    return code().equals("000000") ? "000001" : "000000";
  }

  private static String refused(Executable what) {
    return assertThrows(Refusal.class, what).key();
  }
}
