package nl.buurtronde.oncall;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** Alarms over HTTP. */
final class AlarmRoutes implements Routes {
  private static final String ALL = "/api/alarms";
  private static final String ONE = ALL + "/{id}";

  private final Alarms alarms;

  AlarmRoutes(Alarms alarms) {
    this.alarms = alarms;
  }

  record Call(UUID id, UUID round) {}

  record Closure(String reason, Boolean falseAlarm) {}

  record Listing(List<AlarmValue> alarms) {}

  @Override
  public void add(RoutesConfig routes) {
    routes.get(ALL, this::list, Access.SIGNED_IN);
    routes.post(ALL, this::call, Access.SIGNED_IN);
    routes.post(ALL + "/practice", this::practise, Access.COORDINATOR);
    routes.get(ALL + "/statistics", this::statistics, Access.COORDINATOR);
    routes.get(ONE, ctx -> ctx.json(alarms.get(Guard.actor(ctx), id(ctx))), Access.SIGNED_IN);
    routes.post(ONE + "/acknowledgement", this::acknowledge, Access.SIGNED_IN);
    routes.post(ONE + "/closure", this::close, Access.SIGNED_IN);
  }

  private void list(Context ctx) {
    ctx.json(new Listing(alarms.list(Guard.actor(ctx))));
  }

  private void call(Context ctx) {
    Call call = Json.read(ctx, Call.class);
    if (call.id() == null) {
      throw new Refusal(Reason.INVALID, "id.invalid");
    }
    alarms.call(Guard.actor(ctx), call.id(), call.round(), null);
    ctx.status(201).json(Map.of("id", call.id()));
  }

  private void practise(Context ctx) {
    ctx.status(201).json(Map.of("id", alarms.practise(Guard.actor(ctx))));
  }

  private void statistics(Context ctx) {
    ctx.json(alarms.statistics(ctx.queryParam("month")));
  }

  private void acknowledge(Context ctx) {
    alarms.acknowledge(Guard.actor(ctx), id(ctx));
    ctx.status(204);
  }

  private void close(Context ctx) {
    Closure closure = Json.read(ctx, Closure.class);
    boolean isFalse = Boolean.TRUE.equals(closure.falseAlarm());
    alarms.close(Guard.actor(ctx), id(ctx), closure.reason(), isFalse);
    ctx.status(204);
  }

  private static UUID id(Context ctx) {
    return Id.parse(ctx.pathParam("id"));
  }
}
