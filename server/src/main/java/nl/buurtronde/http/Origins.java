package nl.buurtronde.http;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;

/** Whether a request was made by our own pages, as far as the browser tells. */
final class Origins {
  private final String configured;

  /**
   * @param configured the public origin behind a proxy, as {@code https://buurt.example}, or empty
   */
  Origins(String configured) {
    this.configured = configured;
  }

  /** The browser says so: required of everything that changes something with a session. */
  boolean isOwn(Context ctx) {
    String origin = ctx.header("Origin");
    if (origin != null) {
      return origin.equals(configured) || authority(origin).equals(ctx.header("Host"));
    }
    return "same-origin".equals(ctx.header("Sec-Fetch-Site"));
  }

  /** The browser says otherwise: enough to refuse a sign-in, which has no token yet. */
  boolean isForeign(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    boolean told = ctx.header("Origin") != null || (site != null && !site.equals("none"));
    return told && !isOwn(ctx);
  }

  private static String authority(String origin) {
    try {
      return String.valueOf(new URI(origin).getRawAuthority());
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
