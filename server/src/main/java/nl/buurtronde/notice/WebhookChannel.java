package nl.buurtronde.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.UUID;
import nl.buurtronde.http.Json;

/** Text messages and calls, by whoever the operator has for that. */
final class WebhookChannel implements Channel {
  private final URI address;
  private final Link link;
  private final Web web;

  WebhookChannel(URI address, Link link, Web web) {
    this.address = address;
    this.link = link;
    this.web = web;
  }

  record Body(UUID alarm, int step, UUID person, String phone, String text, boolean practice) {}

  @Override
  public Receipt send(Parcel parcel) throws InterruptedException, JsonProcessingException {
    Delivery delivery = parcel.delivery();
    Body body =
        new Body(
            delivery.subject(),
            delivery.step(),
            delivery.account(),
            parcel.address(),
            link.under(delivery),
            delivery.practice());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", delivery.id().toString())
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body)));
    return web.post(request, WebhookChannel::judge);
  }

  // Whatever it says beside: 2xx is handed over, and only that.
  private static Receipt judge(int status) {
    String detail = "HTTP " + status;
    if (status >= 200 && status < 300) {
      return Receipt.handed(detail);
    }
    return status == 400 || status == 422 ? Receipt.refused(detail) : Receipt.down(detail);
  }
}
