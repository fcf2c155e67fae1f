package nl.buurtronde.oncall;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** The roster over HTTP. */
final class RosterRoutes implements Routes {
  private static final String SHIFT = "/api/roster/shifts/{id}";
  private static final String SWAP = "/api/roster/swaps/{id}";

  private final Roster roster;

  RosterRoutes(Roster roster) {
    this.roster = roster;
  }

  record ShiftRequest(UUID district, UUID person, Instant startsAt, Instant endsAt, int rank) {}

  record SwapRequest(UUID person) {}

  @Override
  public void add(RoutesConfig routes) {
    routes.get("/api/roster", this::list, Access.STAFF);
    routes.get("/api/watch", ctx -> ctx.json(roster.watch(Guard.actor(ctx))), Access.SIGNED_IN);
    routes.put(SHIFT, this::put, Access.COORDINATOR);
    routes.delete(SHIFT, this::remove, Access.COORDINATOR);
    routes.post(SHIFT + "/swap", this::propose, Access.STAFF);
    routes.post(SWAP + "/acceptance", this::accept, Access.STAFF);
    routes.post(SWAP + "/refusal", this::decline, Access.STAFF);
  }

  private void list(Context ctx) {
    ctx.json(roster.list(time(ctx, "from"), time(ctx, "to")));
  }

  private void put(Context ctx) {
    ShiftRequest request = Json.read(ctx, ShiftRequest.class);
    Shift shift =
        new Shift(
            id(ctx),
            request.district(),
            request.person(),
            request.startsAt(),
            request.endsAt(),
            request.rank());
    ctx.status(roster.put(Guard.actor(ctx), shift) ? 201 : 204);
  }

  private void remove(Context ctx) {
    roster.remove(Guard.actor(ctx), id(ctx));
    ctx.status(204);
  }

  private void propose(Context ctx) {
    UUID person = Json.read(ctx, SwapRequest.class).person();
    UUID swap = roster.propose(Guard.actor(ctx), id(ctx), person);
    ctx.status(201).json(Map.of("id", swap));
  }

  private void accept(Context ctx) {
    roster.accept(Guard.actor(ctx), id(ctx));
    ctx.status(204);
  }

  private void decline(Context ctx) {
    roster.decline(Guard.actor(ctx), id(ctx));
    ctx.status(204);
  }

  private static UUID id(Context ctx) {
    return Id.parse(ctx.pathParam("id"));
  }

  private static Instant time(Context ctx, String name) {
    String text = ctx.queryParam(name);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new Refusal(Reason.INVALID, "json.time");
    }
  }
}
