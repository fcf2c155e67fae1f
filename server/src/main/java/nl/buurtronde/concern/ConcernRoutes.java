package nl.buurtronde.concern;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Query;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.observation.HandlingRoutes;
import nl.buurtronde.observation.Listing;

final class ConcernRoutes implements Routes {
  private static final String ALL = "/api/concerns";
  private static final String READERS = ALL + "/readers";
  private static final String READER = READERS + "/{account}";
  private static final String ONE = ALL + "/{id}";

  private static final Query FILTERS =
      Query.of("district", "complex", "state", "urgency", "awaits", "cursor", "limit");

  private final Concerns concerns;
  private final Readers readers;

  ConcernRoutes(Concerns concerns, Readers readers) {
    this.concerns = concerns;
    this.readers = readers;
  }

  @Override
  public void add(RoutesConfig routes) {
    routes.get(READERS, ctx -> ctx.json(Map.of("readers", readers.list())), Access.COORDINATOR);
    routes.get(
        READER, ctx -> ctx.json(readers.get(Guard.actor(ctx), account(ctx))), Access.STAFF);
    routes.put(READER, ctx -> name(ctx, true), Access.COORDINATOR);
    routes.delete(READER, ctx -> name(ctx, false), Access.COORDINATOR);
    routes.get(
        ALL,
        ctx -> ctx.json(concerns.list(Guard.actor(ctx), Listing.read(ctx.queryParamMap()))),
        Access.STAFF,
        FILTERS);
    routes.get(
        ONE,
        ctx -> ctx.json(concerns.get(Guard.actor(ctx), Id.parse(ctx.pathParam("id")))),
        Access.STAFF);
    new HandlingRoutes(ONE, concerns).add(routes);
  }

  private void name(Context ctx, boolean reads) {
    readers.set(Guard.actor(ctx), account(ctx), reads);
    ctx.status(204);
  }

  private static UUID account(Context ctx) {
    return Id.parse(ctx.pathParam("account"));
  }
}
