package nl.buurtronde.account;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Network;
import nl.buurtronde.http.Routes;
import nl.buurtronde.http.Session;
import org.pac4j.core.context.CallContext;
import org.pac4j.javalin.JavalinContextFactory;
import org.pac4j.javalin.JavalinFrameworkParameters;

final class SessionRoutes implements Routes {
  private final SignIn signIn;
  private final SessionStore sessions;
  private final Accounts accounts;
  private final Network network;

  SessionRoutes(SignIn signIn, SessionStore sessions, Accounts accounts, Network network) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.accounts = accounts;
    this.network = network;
  }

  record StartRequest(String name, String password) {
    StartRequest {
      Requests.require(name, password);
    }

    @Override
    public String toString() {
      return "StartRequest"; // so that no log ever shows the password
    }
  }

  record Current(Person account, String csrf, Instant expiresAt) {}

  @Override
  public void add(RoutesConfig routes) {
    routes.post("/api/session", this::start, Access.ANYONE);
    routes.get("/api/session", this::show, Access.SIGNED_IN);
    routes.delete("/api/session", this::end, Access.SIGNED_IN);
  }

  /** Gives the browser a new session, and ends the one it had. */
  static void begin(Context ctx, SessionStore sessions, String token) {
    String old = ctx.cookie(Guard.COOKIE);
    if (old != null) {
      sessions.replace(token, old);
    }
    Guard.setCookie(ctx, token, sessions.cookieSeconds());
    ctx.status(204);
  }

  private void start(Context ctx) {
    StartRequest request = Json.read(ctx, StartRequest.class);
    var web = JavalinContextFactory.INSTANCE.newContext(new JavalinFrameworkParameters(ctx));
    String token =
        signIn.start(
            new CallContext(web, null), network.of(ctx), request.name(), request.password());
    begin(ctx, sessions, token);
  }

  private void show(Context ctx) {
    Session session = Guard.session(ctx);
    Person person = accounts.find(session.actor().id()).orElseThrow();
    ctx.json(new Current(person, session.csrf(), session.expiresAt()));
  }

  private void end(Context ctx) {
    sessions.end(Guard.session(ctx).tokenHash());
    Guard.setCookie(ctx, null, 0);
    ctx.status(204);
  }
}
