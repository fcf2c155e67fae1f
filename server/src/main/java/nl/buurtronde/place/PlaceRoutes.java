package nl.buurtronde.place;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.ImportReport;
import nl.buurtronde.http.Routes;
import nl.buurtronde.http.Upload;
import nl.buurtronde.kernel.Actor;

final class PlaceRoutes implements Routes {
  private record Seen(List<District> districts, List<Complex> complexes) {}

  private final Places places;

  PlaceRoutes(Places places) {
    this.places = places;
  }

  @Override
  public void add(RoutesConfig routes) {
    routes.get("/api/places", this::list, Access.SIGNED_IN);
    routes.post(
        "/api/districts/preview",
        ctx -> ctx.json(places.previewDistricts(Guard.actor(ctx), Upload.file(ctx))),
        Access.SETUP);
    routes.post(
        "/api/districts/import",
        ctx -> answer(ctx, places.importDistricts(Guard.actor(ctx), Upload.file(ctx))),
        Access.SETUP);
    routes.post(
        "/api/complexes/preview",
        ctx -> ctx.json(places.previewComplexes(Guard.actor(ctx), Upload.file(ctx))),
        Access.SETUP);
    routes.post(
        "/api/complexes/import",
        ctx -> answer(ctx, places.importComplexes(Guard.actor(ctx), Upload.file(ctx))),
        Access.SETUP);
  }

  private void list(Context ctx) {
    Actor actor = Guard.actor(ctx);
    ctx.json(new Seen(places.districts(actor), places.complexes(actor)));
  }

  private static void answer(Context ctx, ImportReport report) {
    ctx.status(report.imported() ? 200 : 422).json(report);
  }
}
