package nl.buurtronde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** A browser as far as the server can tell: keeps the cookie, sends the token and the origin. */
public final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String origin;
  private final Map<String, String> headers = new LinkedHashMap<>();

  public Client(int port) {
    this.origin = "http://127.0.0.1:" + port;
    headers.put("Origin", origin);
  }

  public record Answer(int status, HttpResponse<byte[]> raw) {
    public JsonNode json() {
      try {
        return JSON.readTree(raw.body());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public String code() {
      return json().path("code").asText();
    }

    public String header(String name) {
      return raw.headers().firstValue(name).orElse(null);
    }
  }

  /** Signs in and takes the session's cookie and token along from then on. */
  public Client signIn(String name) {
    return signIn(name, "loop-samen-" + name);
  }

  public Client signIn(String name, String password) {
    Answer answer = post("/api/session", Map.of("name", name, "password", password));
    if (answer.status() != 204) {
      throw new IllegalStateException("Signing in as " + name + " gave " + answer.status());
    }
    return with(answer.header("Set-Cookie").split(";")[0]);
  }

  /** Goes on with a session's cookie, as {@code name=value}. */
  public Client with(String cookie) {
    headers.put("Cookie", cookie);
    Answer session = get("/api/session");
    if (session.status() == 200) {
      headers.put("X-CSRF-Token", session.json().get("csrf").asText());
    }
    return this;
  }

  /** Sets a header for all that follows; null takes it away. */
  public Client header(String name, String value) {
    if (value == null) {
      headers.remove(name);
    } else {
      headers.put(name, value);
    }
    return this;
  }

  public String header(String name) {
    return headers.get(name);
  }

  public String origin() {
    return origin;
  }

  public Answer get(String path) {
    return send("GET", path, null, BodyPublishers.noBody());
  }

  public Answer delete(String path) {
    return send("DELETE", path, null, BodyPublishers.noBody());
  }

  public Answer post(String path, Object body) {
    return send("POST", path, "application/json", json(body));
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, "application/json", json(body));
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, "application/json", json(body));
  }

  public Answer putBytes(String path, String type, byte[] bytes) {
    return send("PUT", path, type, BodyPublishers.ofByteArray(bytes));
  }

  public Answer send(String method, String path, String contentType, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path)).method(method, body);
    headers.forEach(request::header);
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    try {
      HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static BodyPublisher json(Object body) {
    try {
      return body == null
          ? BodyPublishers.noBody()
          : BodyPublishers.ofString(body instanceof String s ? s : JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
