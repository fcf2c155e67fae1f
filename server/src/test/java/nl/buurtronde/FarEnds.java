package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.notice.Endpoint;
import nl.buurtronde.notice.PushedBrowser;

/** Where text messages, e-mail and pushes end up: all that left the house, as it is read there. */
final class FarEnds implements AutoCloseable {
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
  private static final int MILLISECONDS = 30_000;

  private final Webhook webhook = new Webhook();
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Endpoint push = new Endpoint(201);
  private final PushedBrowser browser = PushedBrowser.make();

  FarEnds() throws Exception {
    mail.start();
  }

  /** How the program is told of them. */
  Map<String, String> settings() {
    int port = mail.getSmtp().getPort();
    return Map.of(
        "BUURTRONDE_ORIGIN", "https://buurt.example",
        "BUURTRONDE_WEBHOOK_URL", webhook.url("/hook"),
        "BUURTRONDE_SMTP_URL", "smtp://127.0.0.1:" + port + "?from=alarm@buurt.example",
        "BUURTRONDE_PUSH_HOSTS", "127.0.0.1");
  }

  /** This person can be reached by mail and by push from now on. */
  void reach(Client person) throws Exception {
    UUID address = Id.next();
    String contacts = "/api/contacts/";
    Map<String, Object> email = Map.of("kind", "email", "address", "iemand@buurt.example");
    assertEquals(201, person.put(contacts + address, email).status());
    assertTrue(mail.waitForIncomingEmail(MILLISECONDS, 1), "no code came by mail");
    Matcher code = CODE.matcher(mail.getReceivedMessages()[0].getContent().toString());
    assertTrue(code.find(), "no code in the mail");
    prove(person, contacts + address, code.group());
    UUID phone = Id.next();
    Map<String, Object> subscribed =
        Map.of("kind", "push", "subscription", browser.subscription(push.at("/desk")));
    assertEquals(201, person.put(contacts + phone, subscribed).status());
    awaitPushes("/desk", 1);
    String payload = browser.read(push.all().get(0).body());
    prove(person, contacts + phone, new ObjectMapper().readTree(payload).get("id").asText());
  }

  /** This tenant wants a sign when the office answers. */
  void follow(Client tenant, String report) {
    String follower = report + "/followers/" + Id.next();
    Map<String, Object> subscribed =
        Map.of("subscription", browser.subscription(push.at("/tenant")), "language", "nl");
    assertEquals(204, tenant.put(follower, subscribed).status());
  }

  void awaitSign() throws InterruptedException {
    awaitPushes("/tenant", 1);
  }

  /** Waits until an alarm has come by all three. */
  void awaitAlarm() throws Exception {
    webhook.awaitAlarm(1);
    assertTrue(mail.waitForIncomingEmail(MILLISECONDS, 2), "no alarm by mail");
    awaitPushes("/desk", 2);
  }

  List<String> texts() throws Exception {
    List<String> all = new ArrayList<>();
    webhook.got().forEach(one -> all.add(one.message().toString()));
    for (MimeMessage message : mail.getReceivedMessages()) {
      for (Header header : Collections.list(message.getAllHeaders())) {
        all.add(header.getName() + ": " + header.getValue());
      }
      all.add(message.getSubject());
      all.add(message.getContent().toString());
    }
    for (Endpoint.Got got : push.all()) {
      all.add(got.headers().entrySet().toString());
      all.add(browser.read(got.body()));
    }
    return all;
  }

  @Override
  public void close() {
    webhook.close();
    mail.stop();
    push.close();
  }

  private static void prove(Client person, String contact, String code) {
    assertEquals(204, person.post(contact + "/proof", Map.of("code", code)).status());
  }

  private void awaitPushes(String to, int count) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLISECONDS);
    while (push.all().stream().filter(got -> got.path().equals(to)).count() < count) {
      assertTrue(System.nanoTime() < end, "no push came");
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
