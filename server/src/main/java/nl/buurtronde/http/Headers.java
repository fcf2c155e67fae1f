package nl.buurtronde.http;

import io.javalin.http.Context;
import java.util.Map;

/** The headers that stand on every answer, also on a refusal. */
final class Headers {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
          + "connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; "
          + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
          + "require-trusted-types-for 'script'; trusted-types buurtronde; "
          + "report-uri /api/policy-reports";

  static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy", POLICY,
          "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=()");

  private Headers() {}

  static void set(Context ctx) {
    ALL.forEach(ctx::header);
    if (ctx.path().startsWith("/api/")) {
      ctx.header("Cache-Control", "no-store");
    }
  }
}
