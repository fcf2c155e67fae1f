package nl.buurtronde.observation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.UUID;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Query;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Id;

/** The desk over HTTP. */
final class ObservationRoutes implements Routes {
  private static final String ALL = "/api/observations";
  private static final String ONE = ALL + "/{id}";

  private final Observations observations;

  ObservationRoutes(Observations observations) {
    this.observations = observations;
  }

  record Text(String text) {}

  @Override
  public void add(RoutesConfig routes) {
    routes.get(ALL, this::list, Access.SIGNED_IN, new Query(Listing.NAMES));
    routes.get(
        ONE, ctx -> ctx.json(observations.get(Guard.actor(ctx), id(ctx))), Access.SIGNED_IN);
    new HandlingRoutes(ONE, observations).add(routes);
    routes.post(ONE + "/merged-text", this::mergeText, Access.STAFF);
  }

  private void list(Context ctx) {
    ctx.json(observations.list(Guard.actor(ctx), Listing.read(ctx.queryParamMap())));
  }

  private void mergeText(Context ctx) {
    observations.mergeText(Guard.actor(ctx), id(ctx), Json.read(ctx, Text.class).text());
    ctx.status(204);
  }

  private static UUID id(Context ctx) {
    return Id.parse(ctx.pathParam("id"));
  }
}
