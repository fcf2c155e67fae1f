package nl.buurtronde.account;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.pac4j.core.context.CallContext;
import org.pac4j.core.credentials.UsernamePasswordCredentials;
import org.pac4j.core.credentials.authenticator.Authenticator;
import org.pac4j.core.exception.CredentialsException;

/** Lets people in by name and password, and keeps those out who try many. */
final class SignIn {
  // A network may be a whole office: it gets more attempts, and forgets them sooner.
  private static final Throttle.Rule PER_NAME =
      new Throttle.Rule(5, Duration.ofMinutes(1), Duration.ofMinutes(10));
  private static final Throttle.Rule PER_NETWORK =
      new Throttle.Rule(30, Duration.ofMinutes(5), Duration.ofMinutes(1));

  private final Database database;
  private final Audit audit;
  private final Authenticator authenticator;
  private final SessionStore sessions;
  private final Throttle names;
  private final Throttle networks;

  SignIn(
      Database database,
      Audit audit,
      Clock clock,
      Authenticator authenticator,
      SessionStore sessions) {
    this.database = database;
    this.audit = audit;
    this.authenticator = authenticator;
    this.sessions = sessions;
    this.names = new Throttle(clock, PER_NAME);
    this.networks = new Throttle(clock, PER_NETWORK);
  }

  /** Returns the value of the new session's cookie. */
  String start(CallContext context, String network, String name, String password) {
    String nameKey = Secrets.hash(SignInName.canonical(name)); // of one length, however long it is
    enter(network, nameKey);
    UUID account = recognise(context, network, nameKey, name, password);
    names.clear(nameKey);
    networks.takeBack(network);
    return database.write(
        handle -> {
          String token = sessions.start(handle, account);
          audit.record(handle, account, "session.started", account.toString(), "password");
          return token;
        });
  }

  private void enter(String network, String nameKey) {
    networks.enter(network);
    try {
      names.enter(nameKey);
    } catch (Refusal e) {
      networks.takeBack(network);
      throw e;
    }
  }

  private UUID recognise(
      CallContext context, String network, String nameKey, String name, String password) {
    UsernamePasswordCredentials given = new UsernamePasswordCredentials(name, password);
    try {
      return UUID.fromString(
          authenticator.validate(context, given).orElseThrow().getUserProfile().getId());
    } catch (CredentialsException e) {
      refused(name);
      throw new Refusal(Reason.UNAUTHENTICATED, "session.unknown");
    } catch (Refusal e) { // too busy to judge: no guess was made
      names.takeBack(nameKey);
      networks.takeBack(network);
      throw e;
    }
  }

  private void refused(String name) {
    database.write(
        handle -> {
          String entity =
              handle
                  .attach(AccountDao.class)
                  .findSecret(SignInName.canonical(name))
                  .map(secret -> secret.id().toString())
                  .orElse("unknown");
          audit.record(handle, null, "session.refused", entity, "password");
          return null;
        });
  }
}
