package nl.buurtronde.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Role;
import org.junit.jupiter.api.Test;

class GuardBodyTest {
  private static final Actor NOOR = new Actor(Id.next(), "noor", Role.VOLUNTEER, Set.of());
  private static final Session SESSION =
      new Session("hash", NOOR, Session.State.LIVE, "token", null, Instant.MAX);

  @Test
  void a_route_behind_a_session_reads_the_whole_body_itself() throws Exception {
    Routes counting =
        routes ->
            routes.put(
                "/count",
                ctx -> ctx.result("" + ctx.bodyInputStream().readAllBytes().length),
                Access.SIGNED_IN);
    Guard guard = new Guard(new FixedSessions(token -> Optional.of(SESSION)), "");
    try (var server = new HttpServer("127.0.0.1", 0, guard, List.of(counting))) {
      server.start();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/count"))
              .header("Cookie", Guard.COOKIE + "=any")
              .header("X-CSRF-Token", "token")
              .header("Sec-Fetch-Site", "same-origin")
              .PUT(BodyPublishers.ofByteArray(new byte[3_000_000]))
              .build();
      var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      assertEquals("3000000", answer.body());
    }
  }
}
