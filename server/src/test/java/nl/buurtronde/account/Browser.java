package nl.buurtronde.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Json;

/** What a browser does around a request: it keeps the cookie, and says where a page came from. */
final class Browser {
  record Answer(int status, String code, String body, Map<String, String> headers) {
    JsonNode json() {
      return Json.parse(body.getBytes(java.nio.charset.StandardCharsets.UTF_8), JsonNode.class);
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final String origin;
  private final Map<String, String> extra = new HashMap<>();
  private String cookie;

  Browser(String origin) {
    this.origin = origin;
    extra.put("Origin", origin);
  }

  void carry(String token) {
    cookie = token;
  }

  String cookie() {
    return cookie;
  }

  Browser with(String header, String value) {
    extra.put(header, value);
    return this;
  }

  Answer signIn(String name, String password) {
    return post(
        "/api/session", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
  }

  Answer get(String path) {
    return send("GET", path, null, "");
  }

  Answer post(String path, String body) {
    return send("POST", path, body, token());
  }

  Answer put(String path, String body) {
    return send("PUT", path, body, token());
  }

  Answer patch(String path, String body) {
    return send("PATCH", path, body, token());
  }

  Answer delete(String path) {
    return send("DELETE", path, null, token());
  }

  private String token() {
    return cookie == null ? "" : Secrets.csrf(cookie);
  }

  Answer send(String method, String path, String body, String csrf) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null && !extra.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    extra.forEach(request::header);
    if (!csrf.isEmpty()) {
      request.header("X-CSRF-Token", csrf);
    }
    if (cookie != null) {
      request.header("Cookie", Guard.COOKIE + "=" + cookie);
    }
    try {
      return keep(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer keep(HttpResponse<String> response) {
    Map<String, String> headers = new HashMap<>();
    response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
    Optional<String> set = response.headers().firstValue("Set-Cookie");
    set.ifPresent(value -> cookie = emptyToNull(value.split(";")[0].split("=", 2)[1]));
    String body = response.body();
    String code = body.contains("\"code\":\"") ? body.split("\"code\":\"")[1].split("\"")[0] : "";
    return new Answer(response.statusCode(), code, body, headers);
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
