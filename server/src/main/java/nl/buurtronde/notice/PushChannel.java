package nl.buurtronde.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Base64;
import nl.buurtronde.http.Json;

/** Web Push: encrypted for the browser (RFC 8291), signed by this installation (RFC 8292). */
final class PushChannel implements Channel {
  private static final int ALARM_LIVES = 600;
  // Whoever does not look at the phone for three days finds it in the app.
  private static final int SIGN_LIVES = 3 * 24 * 3600;

  private final WebPush webPush;
  private final PushHosts hosts;
  private final Web web;

  PushChannel(VapidKeys keys, String subject, PushHosts hosts, Web web) {
    this.webPush = new WebPush(subject, keys);
    this.hosts = hosts;
    this.web = web;
  }

  /** Nothing that a locked screen should not show: the words are the worker's. */
  record Payload(String type, String id) {
    static Payload of(Delivery delivery) {
      String type = delivery.practice() ? Topic.PRACTICE : delivery.topic().wire();
      return new Payload(type, delivery.about());
    }
  }

  /** The same for all who follow a report, so that it does not tell what is followed. */
  record SignPayload(String type, String id, String language) {
    static SignPayload of(Sign sign) {
      return new SignPayload(Topic.REPORT.wire(), null, sign.language());
    }
  }

  /** What a browser must know to subscribe. */
  String publicKey() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(webPush.getVapidKeys().getApplicationServerKey());
  }

  /** Refuses an address that we do not talk to, and keys that cannot be encrypted for. */
  void check(Subscription subscription) {
    hosts.require(subscription.endpoint());
    try {
      webPush.getBody(new byte[1], subscription.point(), subscription.secret());
    } catch (Exception e) { // Kotlin declares none of what it throws
      throw Subscription.refusal();
    }
  }

  @Override
  public Receipt send(Parcel parcel) throws InterruptedException, JsonProcessingException {
    Payload payload = Payload.of(parcel.delivery());
    return post(parcel.subscription(), payload, ALARM_LIVES, WebPush.Urgency.High);
  }

  /** Tells somebody without an account that there is something to read. */
  Receipt send(Sign sign) throws InterruptedException, JsonProcessingException {
    SignPayload payload = SignPayload.of(sign);
    return post(sign.to().subscription(), payload, SIGN_LIVES, WebPush.Urgency.Normal);
  }

  private Receipt post(String subscription, Object said, int seconds, WebPush.Urgency urgency)
      throws InterruptedException, JsonProcessingException {
    Subscription to = Json.mapper().readValue(subscription, Subscription.class);
    URI endpoint = hosts.require(to.endpoint());
    byte[] payload = Json.mapper().writeValueAsBytes(said);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    webPush.getBody(payload, to.point(), to.secret())));
    if (endpoint.getScheme().equals("http")) {
      request.version(HttpClient.Version.HTTP_1_1);
    }
    webPush
        .getHeaders(to.endpoint(), seconds, null, urgency)
        .forEach(request::setHeader);
    return web.post(request, PushChannel::judge);
  }

  private static Receipt judge(int status) {
    String detail = "HTTP " + status;
    if (status >= 200 && status < 300) {
      return Receipt.handed(detail);
    }
    return switch (status) {
      case 404, 410 -> Receipt.gone(detail);
      case 400, 413 -> Receipt.refused(detail);
      default -> Receipt.down(detail); // 401 and 403 as well: then it is us they do not take
    };
  }
}
