package nl.buurtronde.observation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
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

  record Words(UUID id, String text) {}

  record Text(String text) {}

  record Closure(String outcome, String text) {}

  @Override
  public void add(RoutesConfig routes) {
    routes.get(ALL, this::list, Access.SIGNED_IN, new Query(Listing.NAMES));
    routes.get(
        ONE, ctx -> ctx.json(observations.get(Guard.actor(ctx), id(ctx))), Access.SIGNED_IN);
    routes.post(ONE + "/acknowledgement", this::acknowledge, Access.STAFF);
    routes.post(ONE + "/answers", this::answer, Access.STAFF);
    routes.post(ONE + "/questions", this::ask, Access.STAFF);
    routes.post(ONE + "/closure", this::close, Access.STAFF);
    routes.post(ONE + "/reopening", this::reopen, Access.STAFF);
    routes.post(ONE + "/merged-text", this::mergeText, Access.STAFF);
  }

  private void list(Context ctx) {
    ctx.json(observations.list(Guard.actor(ctx), Listing.read(ctx.queryParamMap())));
  }

  private void acknowledge(Context ctx) {
    observations.acknowledge(Guard.actor(ctx), id(ctx));
    ctx.status(204);
  }

  private void answer(Context ctx) {
    Words words = Json.read(ctx, Words.class);
    UUID said = observations.answer(Guard.actor(ctx), id(ctx), words.id(), words.text());
    ctx.status(201).json(Map.of("id", said));
  }

  private void ask(Context ctx) {
    Words words = Json.read(ctx, Words.class);
    UUID said = observations.ask(Guard.actor(ctx), id(ctx), words.id(), words.text());
    ctx.status(201).json(Map.of("id", said));
  }

  private void close(Context ctx) {
    Closure closure = Json.read(ctx, Closure.class);
    observations.close(Guard.actor(ctx), id(ctx), closure.outcome(), closure.text());
    ctx.status(204);
  }

  private void reopen(Context ctx) {
    observations.reopen(Guard.actor(ctx), id(ctx), Json.read(ctx, Text.class).text());
    ctx.status(204);
  }

  private void mergeText(Context ctx) {
    observations.mergeText(Guard.actor(ctx), id(ctx), Json.read(ctx, Text.class).text());
    ctx.status(204);
  }

  private static UUID id(Context ctx) {
    return Id.parse(ctx.pathParam("id"));
  }
}
