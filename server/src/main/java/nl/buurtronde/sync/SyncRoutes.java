package nl.buurtronde.sync;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.UUID;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.DailyQuota;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Query;
import nl.buurtronde.http.Routes;
import nl.buurtronde.http.Session;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

final class SyncRoutes implements Routes {
  private static final int OLDEST_PROTOCOL = 1;

  private final Push push;
  private final Pull pull;
  private final Quarantine quarantine;
  private final Live live;
  private final DailyQuota daily;

  SyncRoutes(Push push, Pull pull, Quarantine quarantine, Live live, DailyQuota daily) {
    this.push = push;
    this.pull = pull;
    this.quarantine = quarantine;
    this.live = live;
    this.daily = daily;
  }

  record AnswerRequest(String text) {}

  @Override
  public void add(RoutesConfig routes) {
    routes.post("/api/sync/push", this::push, Access.FORMER);
    Query parameters = Query.of("proto", "cursor", "limit");
    routes.get("/api/sync/pull", this::pull, Access.SIGNED_IN, parameters);
    routes.sse("/api/live", live::open, Access.SIGNED_IN);
    routes.get("/api/quarantine", ctx -> ctx.json(quarantine.list()), Access.COORDINATOR);
    routes.post("/api/quarantine/{id}/admission", this::admit, Access.COORDINATOR);
    routes.post("/api/quarantine/{id}/answers", this::answer, Access.COORDINATOR);
  }

  private void push(Context ctx) {
    Session session = Guard.session(ctx);
    UUID account = session.actor().id();
    daily.require(account);
    PushRequest request = Json.read(ctx, PushRequest.class);
    boolean revoked = session.state() == Session.State.REVOKED;
    PushOutcome outcome = push.accept(request, session);
    daily.count(account, request.mutations().size(), ctx.bodyAsBytes().length);
    if (revoked || outcome instanceof PushOutcome.Dismissed) {
      Guard.dismiss(ctx);
    } else if (outcome instanceof PushOutcome.Accepted) {
      ctx.json(outcome);
    } else {
      ctx.status(Reason.CONFLICT.status()).json(outcome);
    }
  }

  private void pull(Context ctx) {
    if (number(ctx, "proto", OLDEST_PROTOCOL) < OLDEST_PROTOCOL) {
      throw new Refusal(Reason.TOO_OLD, "pull.old");
    }
    int limit = number(ctx, "limit", 200);
    ctx.json(pull.since(Guard.actor(ctx), ctx.queryParam("cursor"), limit));
  }

  private void admit(Context ctx) {
    quarantine.admit(Guard.actor(ctx), id(ctx));
    ctx.status(204);
  }

  private void answer(Context ctx) {
    quarantine.answer(Guard.actor(ctx), id(ctx), Json.read(ctx, AnswerRequest.class).text());
    ctx.status(204);
  }

  private static UUID id(Context ctx) {
    return Id.parse(ctx.pathParam("id"));
  }

  private static int number(Context ctx, String name, int otherwise) {
    String text = ctx.queryParam(name);
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("\\d{1,6}")) {
      throw new Refusal(Reason.INVALID, "pull.limit");
    }
    return Integer.parseInt(text);
  }
}
