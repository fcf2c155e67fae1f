package nl.buurtronde.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The app's files, packaged as {@code /web}: one page for every address, and what it loads. */
final class Pages {
  // Each address a person can open or reload; anything else is a plain 404.
  private static final List<String> TENANTS =
      List.of(
          "/",
          "/district",
          "/contacts",
          "/rules",
          "/rules/{id}",
          "/team",
          "/report",
          "/worry",
          "/offer",
          "/reports",
          "/reports/{id}");

  private static final List<String> VOLUNTEERS =
      List.of(
          "/sign-in",
          "/invitation",
          "/observations/{id}",
          "/drafts/{id}",
          "/unsent",
          "/settings",
          "/danger",
          "/round",
          "/round/{id}",
          "/round/{id}/{part}",
          "/rounds",
          "/roster",
          "/alarms",
          "/alarms/{id}",
          "/desk",
          "/desk/{id}",
          "/concerns",
          "/concerns/{id}",
          "/quarantine",
          "/setup/{part}");

  // The page fetches the tenants' part ahead; whoever signs in need not carry it.
  private static final Pattern AHEAD = Pattern.compile("\\s*<link[^>]*data-part=\"tenants\"[^>]*>");
  private static final String HELPLINE = "<!--association-->";
  private static final String NUMBERS = "href=\"/numbers\"";

  private Pages() {}

  static void add(JavalinConfig config, String helpline) {
    byte[] file = read("/web/index.html");
    if (file == null) {
      return;
    }
    String html = new String(file, UTF_8).replace(HELPLINE, helpline);
    byte[] page = html.getBytes(UTF_8);
    byte[] without = AHEAD.matcher(html).replaceAll("").getBytes(UTF_8);
    TENANTS.forEach(at -> config.routes.get(at, ctx -> tenants(ctx, html, page), Access.ANYONE));
    VOLUNTEERS.forEach(at -> config.routes.get(at, ctx -> answer(ctx, without), Access.ANYONE));
    config.staticFiles.add(
        files -> {
          files.directory = "/web";
          files.location = Location.CLASSPATH;
          files.precompressMaxSize = 2_000_000;
          files.headers = Map.of("Cache-Control", "no-cache");
          files.roles = Set.of(Access.ANYONE);
          files.skipFileFunction =
              request ->
                  request.getRequestURI().startsWith("/assets/")
                      || request.getRequestURI().equals("/index.html");
        });
    if (Pages.class.getResource("/web/assets") != null) {
      config.staticFiles.add(
          files -> {
            files.hostedPath = "/assets";
            files.directory = "/web/assets";
            files.location = Location.CLASSPATH;
            files.precompressMaxSize = 2_000_000;
            files.headers = Map.of("Cache-Control", "public, max-age=31536000, immutable");
            files.roles = Set.of(Access.ANYONE);
          });
    }
  }

  // Without scripts a poster's code still leads to the numbers of its own neighbourhood.
  private static void tenants(Context ctx, String html, byte[] page) {
    String complex = ctx.queryParam("complex");
    if (complex == null) {
      answer(ctx, page);
      return;
    }
    String numbers = "href=\"/numbers?complex=" + URLEncoder.encode(complex, UTF_8) + '"';
    answer(ctx, html.replace(NUMBERS, numbers).getBytes(UTF_8));
  }

  private static void answer(Context ctx, byte[] page) {
    ctx.header("Cache-Control", "no-cache");
    ctx.contentType("text/html; charset=utf-8");
    ctx.result(page);
  }

  private static byte[] read(String resource) {
    try (InputStream stream = Pages.class.getResourceAsStream(resource)) {
      return stream == null ? null : stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
