package nl.buurtronde.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class EdgeTest {
  private HttpServer server;

  @BeforeEach
  void start() {
    Guard guard = new Guard(new FixedSessions(token -> Optional.empty()), "");
    Routes routes =
        r -> {
          r.get("/api/thing", ctx -> ctx.result("seen"), Access.SIGNED_IN);
          r.get("/api/list", ctx -> ctx.result("seen"), Access.ANYONE, Query.of("q"));
          r.get("/page", ctx -> ctx.result("seen"), Access.ANYONE);
        };
    server = new HttpServer("127.0.0.1", 0, guard, List.of(routes));
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%2e%2e/api/thing HTTP/1.1\r\nHost: a",
        "GET /api/thing%00 HTTP/1.1\r\nHost: a",
        "GET / HTTP/1.1",
        "CONNECT /api/thing HTTP/1.1\r\nHost: a",
        "nonsense"
      })
  void what_no_route_sees_is_refused_under_the_same_headers(String request) throws Exception {
    String answer = ask(request);
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    for (String name : Headers.ALL.keySet()) {
      assertTrue(answer.toLowerCase().contains("\r\n" + name.toLowerCase() + ": "), answer);
    }
    assertTrue(answer.endsWith("}"), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "PATCH", "INVENTED"})
  void only_declared_methods_are_known(String method) throws Exception {
    String answer = ask(method + " /api/thing HTTP/1.1\r\nHost: a");
    assertEquals("HTTP/1.1 404 Not Found", answer.lines().findFirst().orElse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/list?q=a&q=b", "/api/list?q&q", "/api/list?Q=a", "/api/list?q=a&x"})
  void a_parameter_that_is_unknown_or_doubled_is_refused(String address) throws Exception {
    String answer = ask("GET " + address + " HTTP/1.1\r\nHost: a");
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(answer.contains("achter het vraagteken"), answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/list", "/api/list?q=a", "/api/list?q=", "/page?utm=mail"})
  void a_parameter_that_the_route_names_is_taken(String address) throws Exception {
    assertTrue(ask("GET " + address + " HTTP/1.1\r\nHost: a").endsWith("seen"), address);
  }

  @Test
  void a_header_without_end_is_refused() throws Exception {
    String answer = ask("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(20_000));
    assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
  }

  @Test
  void what_anybody_says_of_the_content_policy_fills_no_log() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger("nl.buurtronde.http");
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    logger.addAppender(logged);
    try {
      for (int i = 0; i < 20; i++) {
        String answer = ask("POST /api/policy-reports HTTP/1.1\r\nHost: a\r\nContent-Length: 0");
        assertTrue(answer.startsWith("HTTP/1.1 204 "), answer);
      }
      assertEquals(1, logged.list.size());
    } finally {
      logger.detachAppender(logged);
    }
  }

  private String ask(String head) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      String request = head + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
