package nl.buurtronde.http;

import io.javalin.http.Context;

/** The headers that stand on every answer, also on a refusal. */
final class Headers {
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
          + "connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; "
          + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; "
          + "require-trusted-types-for 'script'; trusted-types buurtronde; "
          + "report-uri /api/policy-reports";

  private Headers() {}

  static void set(Context ctx) {
    ctx.header("Content-Security-Policy", POLICY);
    ctx.header("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Permissions-Policy", "camera=(self), geolocation=(self), microphone=(), payment=()");
    if (ctx.path().startsWith("/api/")) {
      ctx.header("Cache-Control", "no-store");
    }
  }
}
