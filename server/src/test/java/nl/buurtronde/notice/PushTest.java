package nl.buurtronde.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void the_browser_of_these_tests_reads_the_example_of_the_standard()
      throws GeneralSecurityException {
    PushedBrowser example =
        PushedBrowser.of(
            "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94",
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            "BTBZMqHH6r4Tts7J_aSIgg");
    String body =
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
            + "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexS"
            + "gSxsj_Qulcy4a-fN";
    assertEquals(
        "When I grow up, I want to be a watermelon", example.read(PushedBrowser.bytes(body)));
  }

  @Test
  void a_push_is_read_with_the_browsers_own_keys_and_signed_with_ours() throws Exception {
    try (World world = new World(folder, World.push()).start()) {
      Endpoint service = world.with(new Endpoint(201));
      PushedBrowser browser = PushedBrowser.make();
      prove(world, world.noor, browser, service);
      UUID subject = Id.next();
      world.plan(World.message(world.noor, subject));
      world.await(() -> world.finished(subject));

      Endpoint.Got got = service.all().get(1);
      JsonNode payload = JSON.readTree(browser.read(got.body()));
      // Nothing else: no name, and no word that a locked screen should not show.
      assertEquals(
          JSON.readTree("{\"type\":\"alarm\",\"id\":\"%s\"}".formatted(subject)), payload);
      assertEquals("aes128gcm", got.headers().getFirst("Content-Encoding"));
      assertEquals("600", got.headers().getFirst("TTL"));
      assertEquals("high", got.headers().getFirst("Urgency"));
      assertSigned(world, got.headers().getFirst("Authorization"), service.at(""));
      assertEquals(Outcome.HANDED, world.outcome(subject));
    }
  }

  @Test
  void a_browser_that_is_no_more_is_removed_and_its_address_forgotten() throws Exception {
    try (World world = new World(folder, World.push()).start()) {
      Endpoint service = world.with(new Endpoint(201));
      prove(world, world.noor, PushedBrowser.make(), service);
      service.status(410);
      Delivery delivery = world.deliver(world.noor);
      assertEquals(Delivery.State.FAILED, delivery.state());
      assertEquals("HTTP 410", delivery.detail());
      assertEquals(List.of(), world.contacts(world.noor));
      assertEquals(0, world.plan(World.message(world.noor, Id.next())));
      assertEquals(
          0, world.count("SELECT COUNT(*) FROM contact WHERE address <> '' OR subscription <> ''"));
      assertFalse(world.health().allDown());
    }
  }

  @Test
  void only_push_services_that_we_know_are_talked_to() throws Exception {
    try (World world = new World(folder, World.nothing())) {
      PushedBrowser browser = PushedBrowser.make();
      for (String good :
          List.of(
              "https://fcm.googleapis.com/fcm/send/abc",
              "https://updates.push.services.mozilla.com/wpush/v2/abc",
              "https://wns2-am3p.notify.windows.com/w/?token=abc",
              "https://web.push.apple.com/abc")) {
        PushHosts hosts = new PushHosts(java.util.Set.of());
        assertEquals(URI.create(good), hosts.require(good));
      }
      for (String bad :
          List.of(
              "http://fcm.googleapis.com/fcm/send/abc",
              "https://fcm.googleapis.com:8443/fcm/send/abc",
              "https://fcm.googleapis.com.evil.example/abc",
              "https://evil.example@fcm.googleapis.com/abc",
              "https://evilnotify.windows.com/abc",
              "https://127.0.0.1/abc",
              "http://169.254.169.254/latest/meta-data",
              "file:///etc/passwd",
              "https:///abc",
              "")) {
        JsonNode subscription = browser.subscription(URI.create("https://x.example"));
        ((ObjectNode) subscription).put("endpoint", bad);
        assertEquals("contact.push.host", refused(world, subscription), bad);
      }
      assertEquals(List.of(), world.contacts(world.noor));
    }
  }

  @Test
  void a_loopback_service_must_be_named_before_it_is_talked_to_without_tls() throws Exception {
    PushHosts named = new PushHosts(java.util.Set.of("127.0.0.1", "push.example"));
    assertEquals(7, named.require("http://127.0.0.1:7/x").getPort());
    assertThrows(Refusal.class, () -> named.require("http://push.example/x"));
  }

  @Test
  void keys_that_are_no_point_on_the_curve_are_refused() throws Exception {
    try (World world = new World(folder, World.push())) {
      URI service = URI.create("http://127.0.0.1:9/push");
      JsonNode wrong = PushedBrowser.make().subscription(service);
      ((ObjectNode) wrong.get("keys")).put("p256dh", "B".repeat(87));
      assertEquals("contact.push", refused(world, wrong));
      JsonNode shorter = PushedBrowser.make().subscription(service);
      ((ObjectNode) shorter.get("keys")).put("auth", "AAAA");
      assertEquals("contact.push", refused(world, shorter));
      assertEquals("contact.push", refused(world, null));
    }
  }

  @Test
  void a_browser_that_changes_hands_no_longer_shows_the_alarms_of_the_one_before()
      throws Exception {
    try (World world = new World(folder, World.push()).start()) {
      Endpoint service = world.with(new Endpoint(201));
      PushedBrowser browser = PushedBrowser.make();
      prove(world, world.noor, browser, service);
      prove(world, world.kim, browser, service);
      assertEquals(List.of(), world.contacts(world.noor));
      assertEquals(1, world.contacts(world.kim).size());
    }
  }

  @Test
  void the_key_is_made_once_and_for_its_owner_only() throws Exception {
    new World(folder, World.nothing()).close();
    Path file = folder.resolve("vapid.keys");
    String made = Files.readString(file);
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    new World(folder, World.nothing()).close();
    assertEquals(made, Files.readString(file));
  }

  private static void prove(World world, Actor actor, PushedBrowser browser, Endpoint service)
      throws Exception {
    UUID id = Id.next();
    int before = service.all().size();
    world
        .room
        .contacts()
        .add(actor, id, Kind.PUSH, null, browser.subscription(service.at("/push")));
    world.await(() -> world.finished(id));
    JsonNode payload = JSON.readTree(browser.read(service.all().get(before).body()));
    world.room.contacts().prove(actor, id, payload.get("id").asText());
  }

  private static String refused(World world, JsonNode subscription) {
    return assertThrows(
            Refusal.class,
            () ->
                world
                    .room
                    .contacts()
                    .add(world.noor, Id.next(), Kind.PUSH, null, subscription))
        .key();
  }

  private static void assertSigned(World world, String authorization, URI service)
      throws Exception {
    assertTrue(authorization.startsWith("vapid t="), authorization);
    String token = authorization.split("[=,]")[1].trim();
    String key = authorization.replaceAll(".*k=", "");
    String[] parts = token.split("\\.");
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(PushedBrowser.publicKey(PushedBrowser.bytes(key)));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertTrue(signature.verify(PushedBrowser.bytes(parts[2])));
    JsonNode claims = JSON.readTree(PushedBrowser.bytes(parts[1]));
    assertEquals(service.toString(), claims.get("aud").asText());
    assertEquals(World.ORIGIN, claims.get("sub").asText());
    long left = claims.get("exp").asLong() - Instant.now().getEpochSecond();
    assertTrue(left > 0 && left <= 86_400, "expires in " + left);
  }
}
