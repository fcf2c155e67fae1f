package nl.buurtronde.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import io.javalin.security.RouteRole;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.pac4j.core.config.Config;
import org.pac4j.core.context.CallContext;
import org.pac4j.core.credentials.Credentials;
import org.pac4j.core.credentials.TokenCredentials;
import org.pac4j.core.engine.DefaultSecurityLogic;
import org.pac4j.core.profile.CommonProfile;
import org.pac4j.core.profile.factory.ProfileManagerFactory;
import org.pac4j.http.client.direct.CookieClient;
import org.pac4j.javalin.JavalinFrameworkParameters;

/**
 * Stands before every route: pac4j finds the person behind the session cookie and judges by the
 * route's one {@link Access}; then whatever changes something must come from our own pages.
 */
public final class Guard {
  public static final String COOKIE = "__Host-session";
  private static final String CLIENT = "session";
  private static final String SESSION = "session";
  private static final Object GRANTED = new Object();
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Sessions sessions;
  private final Origins origins;
  private final Config config;

  public Guard(Sessions sessions, String publicOrigin) {
    this.sessions = sessions;
    this.origins = new Origins(publicOrigin);
    CookieClient client = new CookieClient(COOKIE, this::validate);
    client.setName(CLIENT);
    this.config = new Config(client);
    config.setProfileManagerFactory(ProfileManagerFactory.DEFAULT);
    config.setSecurityLogic(new DefaultSecurityLogic());
    config.setWebContextFactory(
        given -> new BodilessContext(((JavalinFrameworkParameters) given).getContext()));
    config.setSessionStoreFactory(parameters -> new NoSessionStore());
    config.setHttpActionAdapter((action, context) -> action.getCode());
    for (Access access : Access.values()) {
      config.addAuthorizer(
          access.name(),
          (context, store, profiles) ->
              profiles.stream().anyMatch(p -> allows(access, (Session) p.getAttribute(SESSION))));
    }
  }

  /** The signed-in person; refuses where the route let somebody in without a session. */
  public static Actor actor(Context ctx) {
    return session(ctx).actor();
  }

  public static Session session(Context ctx) {
    return find(ctx).orElseThrow(() -> new Refusal(Reason.UNAUTHENTICATED, "session.none"));
  }

  public static Optional<Session> find(Context ctx) {
    return Optional.ofNullable(ctx.attribute(SESSION));
  }

  /** Gives the browser a session's token; null takes it away. */
  public static void setCookie(Context ctx, String token, int seconds) {
    Cookie cookie = new Cookie(COOKIE, token == null ? "" : token);
    cookie.setPath("/");
    cookie.setSecure(true);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.LAX);
    cookie.setMaxAge(token == null ? 0 : seconds);
    ctx.cookie(cookie);
  }

  /**
   * 401 that makes the phone empty itself: the session, its device or its person was revoked. The
   * cookie stays, so that whatever asks next, or after a reload, is told the same.
   */
  public static void dismiss(Context ctx) {
    ctx.header("Clear-Site-Data", "\"cache\"");
    Refusals.answer(ctx, new Refusal(Reason.UNAUTHENTICATED, "session.revoked"));
  }

  void check(Context ctx) {
    // HEAD, of which Javalin knows that there is a GET, but not whose.
    if (ctx.routeRoles().isEmpty()) {
      throw new Refusal(Reason.NOT_FOUND, "request.unknown");
    }
    Access access = access(ctx.routeRoles());
    boolean changes = !READING.contains(ctx.method().name());
    if (access == Access.ANYONE) {
      if (changes && origins.isForeign(ctx)) {
        throw new Refusal(Reason.FORBIDDEN, "csrf");
      }
      return;
    }
    if (!authenticate(ctx, access)) {
      return;
    }
    if (changes && !(origins.isOwn(ctx) && hasToken(ctx))) {
      throw new Refusal(Reason.FORBIDDEN, "csrf");
    }
  }

  // False when the answer has been given already.
  private boolean authenticate(Context ctx, Access access) {
    Object outcome =
        config
            .getSecurityLogic()
            .perform(
                config,
                (context, store, profiles) -> GRANTED,
                CLIENT,
                access.name(),
                "none",
                new JavalinFrameworkParameters(ctx));
    if (outcome == GRANTED) {
      return true;
    }
    Session.State state = find(ctx).map(Session::state).orElse(null);
    if (state == Session.State.REVOKED) {
      dismiss(ctx);
      ctx.skipRemainingHandlers();
      return false;
    }
    if (state == Session.State.LIVE) {
      throw new Refusal(Reason.FORBIDDEN, "session.role");
    }
    throw new Refusal(
        Reason.UNAUTHENTICATED, state == null ? "session.none" : "session.expired");
  }

  private Optional<Credentials> validate(CallContext context, Credentials credentials) {
    Optional<Session> found = sessions.find(((TokenCredentials) credentials).getToken());
    found.ifPresent(
        session -> {
          CommonProfile profile = new CommonProfile();
          profile.setId(session.actor().id().toString());
          profile.addRole(session.actor().role().wire());
          profile.addAttribute(SESSION, session);
          credentials.setUserProfile(profile);
          context.webContext().setRequestAttribute(SESSION, session);
        });
    return found.map(session -> credentials);
  }

  private static boolean allows(Access access, Session session) {
    boolean live = session.state() == Session.State.LIVE;
    var role = session.actor().role();
    return switch (access) {
      case ANYONE, FORMER -> true;
      case PUSHER -> session.state() != Session.State.REVOKED;
      case SIGNED_IN -> live;
      case STAFF -> live && role.isStaff();
      case COORDINATOR -> live && role == nl.buurtronde.kernel.Role.COORDINATOR;
      case SETUP -> live && role.setsUp();
      case ADMIN -> live && role == nl.buurtronde.kernel.Role.ADMIN;
    };
  }

  private static boolean hasToken(Context ctx) {
    String given = Optional.ofNullable(ctx.header("X-CSRF-Token")).orElse("");
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8),
        session(ctx).csrf().getBytes(StandardCharsets.UTF_8));
  }

  private static Access access(Set<RouteRole> roles) {
    List<Access> found =
        roles.stream().filter(Access.class::isInstance).map(Access.class::cast).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new IllegalStateException("A route must declare exactly one Access");
  }
}
