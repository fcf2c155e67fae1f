package nl.buurtronde.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/**
 * What a phone sends.
 *
 * @param epoch the server's life the phone last heard of, or null
 * @param clock what the phone's clock says at sending
 * @param mutations in order of their n, without gaps
 */
record PushRequest(int proto, UUID device, String epoch, Instant clock, List<JsonNode> mutations) {
  private static final int MOST_MUTATIONS = 200;

  PushRequest {
    if (proto != 1 || device == null || clock == null || mutations == null) {
      throw new Refusal(Reason.INVALID, "push.envelope");
    }
    if (mutations.size() > MOST_MUTATIONS) {
      throw new Refusal(Reason.TOO_LARGE, "request.large");
    }
  }
}
