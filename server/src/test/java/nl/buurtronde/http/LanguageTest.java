package nl.buurtronde.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.buurtronde.database.HandleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server says no in the language of who asks, and writes letters in Dutch. */
class LanguageTest {
  private static final String ENGLISH = "Sign in first.";
  private static final String DUTCH = "Meld u eerst aan.";

  private HttpServer server;

  @BeforeEach
  void start() {
    Guard guard = new Guard(new FixedSessions(token -> Optional.empty()), "");
    Routes routes =
        r -> {
          r.get("/api/thing", ctx -> ctx.result("seen"), Access.SIGNED_IN);
          r.get(
              "/api/elsewhere",
              ctx -> {
                HandleFunction<String> work =
                    Messages.answering(
                        handle -> Messages.answer("session.none") + Messages.sentence("notice.practice"));
                ctx.result(CompletableFuture.supplyAsync(() -> work.apply(null)).join());
              },
              Access.ANYONE);
        };
    server = new HttpServer("127.0.0.1", 0, guard, List.of(routes));
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "en-GB,en;q=0.9,nl;q=0.8", "fr,en;q=0.5"})
  void who_asks_in_english_is_answered_in_english(String accepted) throws IOException {
    assertSaid(ENGLISH, ask("/api/thing", accepted));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "nl,en;q=0.9", "fr", "*", "en;q=nonsense", "", ";;;", "en,-"})
  void everybody_else_is_answered_in_dutch(String accepted) throws IOException {
    assertSaid(DUTCH, ask("/api/thing", accepted));
  }

  @Test
  void an_english_question_leaves_nothing_behind_for_the_next() throws IOException {
    for (int i = 0; i < 20; i++) {
      assertSaid(ENGLISH, ask("/api/thing", "en"));
      assertSaid(DUTCH, ask("/api/thing", null));
    }
  }

  @Test
  void what_another_thread_does_is_answered_so_too_but_letters_stay_dutch() throws IOException {
    assertSaid(ENGLISH + "OEFENING", ask("/api/elsewhere", "en"));
    assertSaid(DUTCH + "OEFENING", ask("/api/elsewhere", "nl"));
  }

  private static void assertSaid(String expected, String answer) {
    assertTrue(answer.contains(expected), answer);
  }

  private String ask(String path, String accepted) throws IOException {
    String language = accepted == null ? "" : "\r\nAccept-Language: " + accepted;
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      String request =
          "GET " + path + " HTTP/1.1\r\nHost: a" + language + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
