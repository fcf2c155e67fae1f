package nl.buurtronde.round;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Query;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Id;

final class RoundRoutes implements Routes {
  private final Rounds rounds;
  private final Walkers walkers;

  RoundRoutes(Rounds rounds, Walkers walkers) {
    this.rounds = rounds;
    this.walkers = walkers;
  }

  record RoundList(List<RoundValue> rounds) {}

  record WalkerList(List<Walkers.Walker> walkers) {}

  record WaiverRequest(String reason) {}

  @Override
  public void add(RoutesConfig routes) {
    routes.get("/api/rounds", this::list, Access.SIGNED_IN, Query.of("state", "district"));
    routes.get("/api/rounds/{id}", this::get, Access.SIGNED_IN);
    routes.get("/api/walkers", this::listWalkers, Access.SIGNED_IN, Query.of("district"));
    routes.post("/api/walkers/{account}/certificate", this::certify, Access.COORDINATOR);
    routes.delete("/api/walkers/{account}/certificate", this::endCertificate, Access.COORDINATOR);
    routes.post("/api/walkers/{account}/waiver", this::waive, Access.COORDINATOR);
    routes.delete("/api/walkers/{account}/waiver", this::endWaiver, Access.COORDINATOR);
  }

  private void list(Context ctx) {
    ctx.json(
        new RoundList(rounds.list(Guard.actor(ctx), ctx.queryParam("state"), district(ctx))));
  }

  private void get(Context ctx) {
    ctx.json(rounds.get(Guard.actor(ctx), Id.parse(ctx.pathParam("id"))));
  }

  private void listWalkers(Context ctx) {
    ctx.json(new WalkerList(walkers.list(Guard.actor(ctx), district(ctx))));
  }

  private void certify(Context ctx) {
    walkers.certify(Guard.actor(ctx), account(ctx));
    ctx.status(204);
  }

  private void endCertificate(Context ctx) {
    walkers.endCertificate(Guard.actor(ctx), account(ctx));
    ctx.status(204);
  }

  private void waive(Context ctx) {
    String reason = Json.read(ctx, WaiverRequest.class).reason();
    walkers.waive(Guard.actor(ctx), account(ctx), reason);
    ctx.status(204);
  }

  private void endWaiver(Context ctx) {
    walkers.endWaiver(Guard.actor(ctx), account(ctx));
    ctx.status(204);
  }

  private static UUID account(Context ctx) {
    return Id.parse(ctx.pathParam("account"));
  }

  private static UUID district(Context ctx) {
    String district = ctx.queryParam("district");
    return district == null || district.isEmpty() ? null : Id.parse(district);
  }
}
