package nl.buurtronde.guide;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** One's own introduction to tenants; nobody has an address for another's. */
final class IntroductionRoutes implements Routes {
  /** Consent is said, never left out. */
  private record Body(String firstName, String picture, Boolean shown) {
    Body {
      if (!Boolean.TRUE.equals(shown)) {
        throw new Refusal(Reason.INVALID, "introduction.shown");
      }
    }
  }

  private record Value(String firstName, String picture, boolean shown, Instant since) {}

  private static final Value NOTHING = new Value(null, null, false, null);

  private final Introductions introductions;

  IntroductionRoutes(Introductions introductions) {
    this.introductions = introductions;
  }

  @Override
  public void add(RoutesConfig routes) {
    routes.get("/api/introduction", this::get, Access.SIGNED_IN);
    routes.put("/api/introduction", this::put, Access.SIGNED_IN);
    routes.delete("/api/introduction", this::delete, Access.SIGNED_IN);
  }

  private void get(Context ctx) {
    ctx.json(
        introductions
            .find(Guard.actor(ctx))
            .map(it -> new Value(it.firstName(), it.picture(), true, it.sinceAt()))
            .orElse(NOTHING));
  }

  private void put(Context ctx) {
    Body body = Json.read(ctx, Body.class);
    introductions.put(Guard.actor(ctx), body.firstName(), body.picture());
    ctx.status(204);
  }

  private void delete(Context ctx) {
    introductions.withdraw(Guard.actor(ctx));
    ctx.status(204);
  }
}
