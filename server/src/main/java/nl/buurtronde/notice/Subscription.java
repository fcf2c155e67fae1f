package nl.buurtronde.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** What a browser gives out to be pushed to; of its fields only those that are needed. */
record Subscription(String endpoint, String p256dh, String auth) {
  private static final int POINT_BYTES = 65;
  private static final int SECRET_BYTES = 16;

  Subscription {
    if (size(p256dh) != POINT_BYTES || size(auth) != SECRET_BYTES) {
      throw refusal();
    }
  }

  static Subscription read(JsonNode node) {
    if (node == null) {
      throw refusal();
    }
    return new Subscription(
        node.path("endpoint").asText(),
        node.at("/keys/p256dh").asText(),
        node.at("/keys/auth").asText());
  }

  /** As it is kept. */
  String json() {
    try {
      return Json.mapper().writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] point() {
    return Base64.getUrlDecoder().decode(p256dh);
  }

  byte[] secret() {
    return Base64.getUrlDecoder().decode(auth);
  }

  static Refusal refusal() {
    return new Refusal(Reason.UNPROCESSABLE, "contact.push");
  }

  private static int size(String base64) {
    try {
      return Base64.getUrlDecoder().decode(base64).length;
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }
}
