package nl.buurtronde.round;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.http.Json;

/**
 * Who keeps an eye on a round.
 *
 * @param people empty when nobody does
 * @param until how long, or null
 * @param reason why nobody does ("pair", "nobody", "gap", "unreachable", "channels", "closed",
 *     "finished"), or null
 */
public record Watched(List<UUID> people, Instant until, String reason) {
  public Watched {
    people = List.copyOf(people);
    if (people.isEmpty() == (reason == null) || people.isEmpty() != (until == null)) {
      throw new IllegalArgumentException("Watched by somebody until some time, or not for a reason");
    }
  }

  public static Watched not(String reason) {
    return new Watched(List.of(), null, reason);
  }

  JsonNode toJson() {
    return Json.mapper().valueToTree(this);
  }

  static Watched read(JsonNode node) {
    return Json.convert(node, Watched.class);
  }
}
