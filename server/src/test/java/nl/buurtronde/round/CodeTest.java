package nl.buurtronde.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same vectors as the phone's own test. */
class CodeTest {
  @Test
  void server_and_phone_compute_one_identifier() throws IOException {
    JsonNode vectors = new ObjectMapper().readTree(new File("web/test/core/round-id.json"));
    assertFalse(vectors.isEmpty());
    for (JsonNode vector : vectors) {
      UUID district = UUID.fromString(vector.get("district").asText());
      Instant at = Instant.parse(vector.get("at").asText());
      UUID id = Code.id(district, at, vector.get("code").asText());
      assertEquals(vector.get("id").asText(), id.toString());
      assertEquals(vector.get("day").asText(), Code.day(at).toString());
    }
  }
}
