package nl.buurtronde.observation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Id;

/** The verbs of the office over HTTP, under the address of one thing. */
public final class HandlingRoutes implements Routes {
  private final String one;
  private final Handling handling;

  /** @param one as {@code /api/observations/{id}} */
  public HandlingRoutes(String one, Handling handling) {
    this.one = one;
    this.handling = handling;
  }

  record Words(UUID id, String text) {}

  record Text(String text) {}

  record Closure(String outcome, String text) {}

  @Override
  public void add(RoutesConfig routes) {
    routes.post(one + "/acknowledgement", this::acknowledge, Access.STAFF);
    routes.post(one + "/answers", this::answer, Access.STAFF);
    routes.post(one + "/questions", this::ask, Access.STAFF);
    routes.post(one + "/closure", this::close, Access.STAFF);
    routes.post(one + "/reopening", this::reopen, Access.STAFF);
  }

  private void acknowledge(Context ctx) {
    handling.acknowledge(Guard.actor(ctx), id(ctx));
    ctx.status(204);
  }

  private void answer(Context ctx) {
    Words words = Json.read(ctx, Words.class);
    UUID said = handling.answer(Guard.actor(ctx), id(ctx), words.id(), words.text());
    ctx.status(201).json(Map.of("id", said));
  }

  private void ask(Context ctx) {
    Words words = Json.read(ctx, Words.class);
    UUID said = handling.ask(Guard.actor(ctx), id(ctx), words.id(), words.text());
    ctx.status(201).json(Map.of("id", said));
  }

  private void close(Context ctx) {
    Closure closure = Json.read(ctx, Closure.class);
    handling.close(Guard.actor(ctx), id(ctx), closure.outcome(), closure.text());
    ctx.status(204);
  }

  private void reopen(Context ctx) {
    handling.reopen(Guard.actor(ctx), id(ctx), Json.read(ctx, Text.class).text());
    ctx.status(204);
  }

  private static UUID id(Context ctx) {
    return Id.parse(ctx.pathParam("id"));
  }
}
