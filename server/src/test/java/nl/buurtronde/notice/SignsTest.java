package nl.buurtronde.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import nl.buurtronde.kernel.Id;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signs to people without an account, beside alarms and never before them. */
class SignsTest {
  @TempDir Path folder;

  @Test
  void a_sign_waits_as_long_as_a_message_to_somebody_on_call_does() throws Exception {
    try (Endpoint service = new Endpoint(201);
        World world = new World(folder, World.push())) {
      prove(world, service);
      UUID alarm = Id.next();
      world.plan(World.message(world.noor, alarm));
      Waiting waiting = new Waiting(world, service, 1);
      try (SignCourier courier = new SignCourier(world.database, channel(world), waiting)) {
        assertFalse(courier.lookAround(), "it has to look again");
        assertEquals(1, waiting.signs.size());
        world.start();
        world.await(() -> world.finished(alarm));
        assertTrue(courier.lookAround());
        assertEquals(0, waiting.signs.size());
      }
    }
  }

  @Test
  void a_push_service_that_hangs_on_signs_keeps_no_alarm_waiting() throws Exception {
    try (Endpoint service = new Endpoint(201);
        World world = new World(folder, World.push());
        Endpoint silent = new Endpoint(201).hanging()) {
      prove(world, service);
      Waiting waiting = new Waiting(world, silent, 50);
      world.room.signs().start(waiting);
      world.start();
      for (int i = 0; i < 10; i++) {
        assertEquals(Delivery.State.HANDED, world.deliver(world.noor).state());
      }
      assertTrue(silent.all().size() <= 4, silent.all().size() + " at once");
      assertFalse(world.health().allDown());
    }
  }

  @Test
  void without_a_public_address_no_browser_is_asked_to_subscribe() {
    try (World world = new World(folder, World.nothing())) {
      assertTrue(world.room.signs().publicKey().isPresent());
    }
    NoticeConfig local =
        new NoticeConfig(Optional.empty(), Optional.empty(), false, Set.of(), "");
    try (World world = new World(folder, local)) {
      assertEquals(Optional.empty(), world.room.signs().publicKey());
    }
  }

  private static void prove(World world, Endpoint service) throws Exception {
    world.room.contacts().addProven(world.noor.id(), Kind.EMAIL, World.EMAIL);
    Sign.Browser browser =
        world.room.signs().read(PushedBrowser.make().subscription(service.at("/alarm")));
    world.database.write(
        handle ->
            handle.execute(
                "UPDATE contact SET kind = 'push', address = ?, subscription = ?",
                browser.address(),
                browser.subscription()));
  }

  private static PushChannel channel(World world) {
    return Channels.forSigns(
            World.push(),
            VapidFile.open(world.database.file().resolveSibling("vapid.keys")),
            Limits.standard())
        .orElseThrow();
  }

  /** Signs that wait in memory, to a service of this machine. */
  private static final class Waiting implements Sign.Source {
    final Queue<Sign> signs = new ConcurrentLinkedQueue<>();

    Waiting(World world, Endpoint service, int many) throws Exception {
      Sign.Browser browser =
          world.room.signs().read(PushedBrowser.make().subscription(service.at("/sign")));
      for (int i = 0; i < many; i++) {
        signs.add(new Sign(Id.next(), browser, "nl"));
      }
    }

    @Override
    public boolean isAny(Handle handle) {
      return !signs.isEmpty();
    }

    @Override
    public List<Sign> take(Handle handle, int most) {
      return java.util.stream.Stream.generate(signs::poll)
          .limit(Math.min(most, signs.size()))
          .toList();
    }

    @Override
    public void gone(Handle handle, Sign sign) {
      throw new AssertionError("nobody said so");
    }

    @Override
    public Set<String> tables() {
      return Set.of("follower");
    }
  }
}
