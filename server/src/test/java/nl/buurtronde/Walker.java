package nl.buurtronde;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.kernel.Id;

/** A volunteer's phone on a round, as far as the server can tell. */
final class Walker {
  private static final String CODE = "K7MPRT";

  private final String name;
  private final UUID device = Id.next();
  private Client client;
  private int n;

  Walker(int port, String name) {
    this.name = name;
    this.client = new Client(port).signIn(name);
  }

  /** Goes on after the server was started again, on the same port. */
  void again(int port) {
    client = new Client(port).with(client.header("Cookie"));
  }

  /** Two walk, to be back in so long; gives the round and the deadline as the server has it. */
  static JsonNode walk(Walker first, Walker second, Duration length) {
    UUID round = Id.next();
    String district = first.district();
    String due = Instant.now().plus(length).toString();
    first.say(
        "round.start",
        round,
        Map.of("district", district, "code", CODE, "dueBackAt", due, "route", "Langs de kade"));
    second.say("round.join", round, Map.of("district", district, "code", CODE));
    return first.client.get("/api/rounds/" + round).json();
  }

  void say(String verb, UUID entity, Map<String, Object> args) {
    String now = Instant.now().toString();
    Map<String, Object> mutation =
        Map.of(
            "n", ++n,
            "id", Id.next().toString(),
            "name", verb,
            "entity", entity.toString(),
            "at", now,
            "args", args);
    Map<String, Object> envelope =
        Map.of("proto", 1, "device", device.toString(), "clock", now, "mutations", List.of(mutation));
    JsonNode answer = client.post("/api/sync/push", envelope).json();
    if (!answer.at("/results/0/status").asText().equals("applied")) {
      throw new AssertionError(name + " could not " + verb + ": " + answer);
    }
  }

  Client client() {
    return client;
  }

  private String district() {
    return client.get("/api/session").json().at("/account/districts/0").asText();
  }
}
