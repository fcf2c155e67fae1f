package nl.buurtronde.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtronde.Client;
import nl.buurtronde.kernel.Id;

/** A phone that is nowhere to be seen: it only pushes. */
final class FarPhone {
  private final Client client;
  private final String device = Id.next().toString();
  private long n;

  FarPhone(Client signedIn) {
    this.client = signedIn;
  }

  /** Records observations with these fields, and answers what became of each. */
  JsonNode record(List<Map<String, Object>> observations) {
    List<Map<String, Object>> mutations = new ArrayList<>();
    for (Map<String, Object> args : observations) {
      mutations.add(mutation("observation.record", Id.next().toString(), args));
    }
    return push(mutations);
  }

  JsonNode reply(String observation, String text) {
    return push(List.of(mutation("observation.reply", observation, Map.of("text", text))));
  }

  private Map<String, Object> mutation(String name, String entity, Map<String, ?> args) {
    return Map.of(
        "n", ++n,
        "id", Id.next().toString(),
        "name", name,
        "entity", entity,
        "at", now(),
        "args", args);
  }

  private JsonNode push(List<Map<String, Object>> mutations) {
    String epoch = client.get("/api/health").json().get("epoch").asText();
    Map<String, Object> push =
        Map.of(
            "proto", 1, "device", device, "epoch", epoch, "clock", now(), "mutations", mutations);
    Client.Answer answer = client.post("/api/sync/push", push);
    if (answer.status() != 200) {
      throw new IllegalStateException("The push gave " + answer.status() + answer.json());
    }
    return answer.json().get("results");
  }

  private static String now() {
    String text = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    return text.length() == 24 ? text : text.replace("Z", text.length() == 20 ? ".000Z" : "0Z");
  }
}
