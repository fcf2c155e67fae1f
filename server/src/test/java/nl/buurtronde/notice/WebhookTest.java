package nl.buurtronde.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.notice.Delivery.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookTest {
  @TempDir Path folder;

  @Test
  void a_text_message_is_handed_over_with_everything_the_provider_needs() throws Exception {
    try (Endpoint provider = new Endpoint(202);
        World world = open(provider)) {
      UUID subject = Id.next();
      world.plan(World.message(world.noor, subject));
      world.await(() -> world.finished(subject));
      assertEquals(
          new ObjectMapper()
              .readTree(
                  """
                  {"alarm":"%s","step":1,"person":"%s","phone":"+31600000001",
                   "text":"Noor en Kim zijn niet terug.","practice":false}"""
                      .formatted(subject, world.noor.id())),
          provider.only().json());
      Delivery delivery = world.deliveries(subject).get(0);
      assertEquals(
          delivery.id().toString(), provider.only().headers().getFirst("Idempotency-Key"));
      assertEquals("application/json", provider.only().headers().getFirst("Content-Type"));
      assertEquals(State.HANDED, delivery.state());
      assertEquals("HTTP 202", delivery.detail());
    }
  }

  @Test
  void a_provider_that_fails_has_handed_nothing_over() {
    try (Endpoint provider = new Endpoint(500);
        World world = open(provider)) {
      assertFailed("HTTP 500", world.deliver(world.noor));
      assertEquals(1, provider.all().size());
      assertTrue(world.health().allDown());
    }
  }

  @Test
  void a_provider_that_lies_is_believed_by_its_status_alone() {
    try (Endpoint provider = new Endpoint(200).saying("<html>it failed {{{");
        World world = open(provider)) {
      assertEquals(State.HANDED, world.deliver(world.noor).state());
      provider.status(302);
      assertFailed("HTTP 302", world.deliver(world.noor));
      assertTrue(provider.all().stream().allMatch(got -> got.path().equals("/hook")));
    }
  }

  @Test
  void a_provider_that_never_answers_is_given_up() {
    Limits limits = new Limits(Duration.ofMillis(400), Duration.ofMillis(400));
    Endpoint provider = new Endpoint(200).hanging();
    try (World world = open(provider.at("/hook"), limits)) {
      world.with(provider);
      assertFailed("timeout", world.deliver(world.noor));
    }
  }

  @Test
  void a_provider_that_is_not_there_is_noticed() {
    URI gone;
    try (Endpoint provider = new Endpoint(200)) {
      gone = provider.at("/hook");
    }
    try (World world = open(gone, Limits.standard())) {
      assertFailed("no connection", world.deliver(world.noor));
      assertTrue(world.health().allDown());
    }
  }

  @Test
  void one_wrong_number_does_not_put_the_channel_in_doubt() {
    try (Endpoint provider = new Endpoint(422);
        World world = open(provider)) {
      assertFailed("HTTP 422", world.deliver(world.noor));
      assertFalse(world.health().allDown());
    }
  }

  @Test
  void a_channel_that_hands_something_over_again_is_no_longer_down() {
    try (Endpoint provider = new Endpoint(503);
        World world = open(provider)) {
      world.deliver(world.noor);
      assertTrue(world.health().allDown());
      provider.status(200);
      world.clock.pass(Duration.ofHours(-1)); // a clock that was put back says nothing about it
      world.deliver(world.noor);
      assertFalse(world.health().allDown());
    }
  }

  @Test
  void the_demo_prints_text_messages_for_whoever_tries_it_out() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try (World world =
        new World(
                folder,
                new NoticeConfig(
                    java.util.Optional.empty(),
                    java.util.Optional.empty(),
                    true,
                    java.util.Set.of(),
                    World.ORIGIN))
            .start()) {
      world.room.contacts().addProven(world.noor.id(), Kind.PHONE, World.PHONE);
      assertEquals(State.HANDED, world.deliver(world.noor).state());
    } finally {
      System.setOut(before);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("SMS +31600000001"), text);
    assertTrue(text.contains("Noor en Kim zijn niet terug."), text);
    assertTrue(text.contains("https://buurt.example/alarms/"), text);
  }

  private World open(Endpoint provider) {
    return open(provider.at("/hook"), Limits.standard());
  }

  private World open(URI provider, Limits limits) {
    World world = new World(folder, World.webhook(provider), limits).start();
    world.room.contacts().addProven(world.noor.id(), Kind.PHONE, World.PHONE);
    return world;
  }

  private static void assertFailed(String detail, Delivery delivery) {
    assertEquals(State.FAILED, delivery.state());
    assertEquals(detail, delivery.detail());
  }
}
