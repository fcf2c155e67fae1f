package nl.buurtronde.poster;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.UUID;
import nl.buurtronde.guide.Language;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Query;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;

final class PosterRoutes implements Routes {
  private final Posters posters;
  private final String origin;

  PosterRoutes(Posters posters, String origin) {
    this.posters = posters;
    this.origin = origin;
  }

  @FunctionalInterface
  private interface Print {
    byte[] of(Actor actor, Posters.Choice choice, String origin);
  }

  @Override
  public void add(RoutesConfig routes) {
    routes.get(
        "/api/posters",
        ctx -> answer(ctx, "posters", posters::posters),
        Access.STAFF,
        Query.of("district", "complex"));
    routes.get(
        "/api/door-cards",
        ctx -> answer(ctx, "kaartjes", doorCards(ctx)),
        Access.STAFF,
        Query.of("district", "complex", "language"));
  }

  private Print doorCards(Context ctx) {
    String given = ctx.queryParam("language");
    Language language = given == null || given.isEmpty() ? Language.NL : Language.of(given);
    return (actor, choice, origin) -> posters.doorCards(actor, choice, origin, language);
  }

  private void answer(Context ctx, String name, Print print) {
    Posters.Choice choice = new Posters.Choice(id(ctx, "district"), id(ctx, "complex"));
    byte[] pdf = print.of(Guard.actor(ctx), choice, origin(ctx));
    ctx.contentType("application/pdf");
    ctx.header("Content-Disposition", "attachment; filename=\"" + name + ".pdf\"");
    ctx.result(pdf);
  }

  // Without a public address this is being tried on one machine.
  private String origin(Context ctx) {
    return origin.isEmpty() ? "http://" + ctx.host() : origin;
  }

  private static UUID id(Context ctx, String name) {
    String text = ctx.queryParam(name);
    return text == null || text.isEmpty() ? null : Id.parse(text);
  }
}
