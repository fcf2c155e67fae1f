package nl.buurtronde.guide;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Query;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.place.District;

/** What needs no account; asked for again, it is answered in full only when it has changed. */
final class TenantRoutes implements Routes {
  private static final String JSON = "application/json";

  private final Shelf shelf;
  private final TenantGuide guide;
  private final NumbersPage numbers;
  private final Introductions introductions;

  TenantRoutes(
      Shelf shelf, TenantGuide guide, NumbersPage numbers, Introductions introductions) {
    this.shelf = shelf;
    this.guide = guide;
    this.numbers = numbers;
    this.introductions = introductions;
  }

  @Override
  public void add(RoutesConfig routes) {
    routes.get(
        "/api/public/districts",
        ctx -> answer(ctx, JSON, shelf.get("districts", guide::districts)),
        Access.ANYONE);
    routes.get(
        "/api/public/guide", this::guide, Access.ANYONE, Query.of("district", "language"));
    routes.get("/api/public/pictures/{sha256}", this::picture, Access.ANYONE);
    routes.get("/numbers", this::numbers, Access.ANYONE);
  }

  private void guide(Context ctx) {
    String id = ctx.queryParam("district");
    if (id == null) {
      throw new Refusal(Reason.INVALID, "guide.district.missing");
    }
    Language language =
        Language.of(Optional.ofNullable(ctx.queryParam("language")).orElse(Language.NL.wire()));
    District district = guide.getDistrict(Id.parse(id));
    String name = district.id() + " " + language.wire();
    answer(ctx, JSON, shelf.get(name, () -> guide.guide(district, language)));
  }

  // A page for each district, and two more: the shelf has no room for every code that is tried.
  private void numbers(Context ctx) {
    NumbersPage.Choice choice = numbers.choose(ctx.queryParam("complex"));
    answer(
        ctx,
        "text/html; charset=utf-8",
        shelf.get("numbers " + choice, () -> numbers.make(choice)));
  }

  private void picture(Context ctx) throws IOException {
    String sha256 = ctx.pathParam("sha256");
    Path file = introductions.getPicture(sha256);
    ctx.header("Content-Security-Policy", "sandbox; default-src 'none'");
    if (!isKnown(ctx, '"' + sha256 + '"')) {
      ctx.contentType("image/jpeg");
      ctx.result(Files.newInputStream(file));
    }
  }

  private static void answer(Context ctx, String type, Shelf.Kept kept) {
    if (!isKnown(ctx, kept.tag())) {
      ctx.contentType(type);
      ctx.result(kept.bytes());
    }
  }

  // A tag comes back marked as weak from a proxy that packed the answer.
  private static boolean isKnown(Context ctx, String tag) {
    ctx.header("ETag", tag);
    ctx.header("Cache-Control", "no-cache");
    String known = Optional.ofNullable(ctx.header("If-None-Match")).orElse("");
    boolean same =
        Arrays.stream(known.split(","))
            .map(each -> each.strip().replaceFirst("^W/", ""))
            .anyMatch(tag::equals);
    if (same) {
      ctx.status(304);
    }
    return same;
  }
}
