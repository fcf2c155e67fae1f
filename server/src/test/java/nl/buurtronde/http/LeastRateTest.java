package nl.buurtronde.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeastRateTest {
  private static final int MOST_DROPS = 500; // ten seconds

  private final Server server = new Server(0);

  @BeforeEach
  void start() throws Exception {
    server.setHandler(new Counting());
    server.insertHandler(new LeastRate(500, Duration.ofMillis(200)));
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void a_body_in_drops_is_given_up_whatever_others_send() throws Exception {
    assertEquals("HTTP/1.1 200 OK", send(3_000_000, 3_000_000));
    assertEquals("HTTP/1.1 500 Server Error", send(900_000, 1));
  }

  // Each wait for an answer is the pause between two drops.
  private String send(int length, int drop) throws IOException {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20);
      OutputStream out = socket.getOutputStream();
      String head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      for (int sent = 0; sent < MOST_DROPS * drop; sent += drop) {
        if (sent < length) {
          out.write(new byte[drop]);
        }
        try {
          byte[] answer = socket.getInputStream().readNBytes(25);
          String line = new String(answer, StandardCharsets.US_ASCII);
          return line.lines().findFirst().orElse("");
        } catch (SocketTimeoutException e) {
          continue;
        } catch (SocketException e) {
          return "cut";
        }
      }
      return "still taken";
    }
  }

  private static final class Counting extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws Exception {
      Content.Source.asByteBuffer(request);
      response.write(true, null, callback);
      return true;
    }
  }
}
