package nl.buurtronde.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Session;
import nl.buurtronde.http.Sessions;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.sync.Devices;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps sign-ins in the database: a restart ends none of them, a revocation ends them at once. */
public final class SessionStore implements Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(SessionStore.class);

  private final Database database;
  private final Clock clock;
  private final Devices devices;
  private final SessionPolicy policy;
  private final SessionMemory memory = new SessionMemory();

  SessionStore(Database database, Clock clock, Devices devices, SessionPolicy policy) {
    this.database = database;
    this.clock = clock;
    this.devices = devices;
    this.policy = policy;
    database.onChange(Set.of("session", "account", "account_district"), memory::forget);
  }

  /** How long the browser is to keep the cookie; when it ends is for the server to say. */
  int cookieSeconds() {
    return (int) policy.revoked().toSeconds();
  }

  /**
   * Begins a session, whatever way the person was recognised, and returns the value of its cookie,
   * which is known to nobody else.
   */
  public String start(UUID account) {
    return database.write(handle -> start(handle, account));
  }

  String start(Handle handle, UUID account) {
    Instant now = clock.instant();
    Account owner =
        handle
            .attach(AccountDao.class)
            .find(account)
            .map(AccountDao.Row::account)
            .filter(found -> found.revokedAt() == null)
            .orElseThrow(() -> new Refusal(Reason.UNAUTHENTICATED, "session.unknown"));
    SessionDao sessions = handle.attach(SessionDao.class);
    sessions.forget(
        now.minus(policy.expired()),
        now.minus(policy.expired()).minus(policy.longestIdle()),
        now.minus(policy.revoked()));
    String token = Secrets.token();
    Instant end = now.plus(policy.span(owner.role()).absolute());
    sessions.insert(Secrets.hash(token), account, now, end);
    return token;
  }

  @Override
  public Optional<Session> find(String token) {
    return find(token, true);
  }

  @Override
  public Optional<Session> look(String token) {
    return find(token, false);
  }

  /** Ends one session at its bearer's wish; a revoked one stays, to be told so. */
  void end(String tokenHash) {
    database.write(
        handle -> {
          handle.attach(SessionDao.class).delete(tokenHash);
          return null;
        });
  }

  /** Puts a new session in the place of an older one of the same browser, and of its phone. */
  void replace(String token, String oldToken) {
    String oldHash = Secrets.hash(oldToken);
    String hash = Secrets.hash(token);
    database.write(
        handle -> {
          SessionDao sessions = handle.attach(SessionDao.class);
          Optional<SessionDao.Row> old = SessionDao.find(handle, oldHash);
          Optional<SessionDao.Row> started = SessionDao.find(handle, hash);
          if (old.isPresent() && started.isPresent() && old.get().deviceId() != null
              && old.get().accountId().equals(started.get().accountId())) {
            bindDevice(hash, old.get().deviceId());
          }
          sessions.delete(oldHash);
          return null;
        });
  }

  @Override
  public void bindDevice(String tokenHash, UUID device) {
    database.write(
        handle -> {
          SessionDao.bind(handle, tokenHash, device);
          if (devices.find(device).filter(found -> found.revokedAt() != null).isPresent()) {
            handle.attach(SessionDao.class).revoke(tokenHash, clock.instant());
          }
          return null;
        });
  }

  private Optional<Session> find(String token, boolean use) {
    Instant now = clock.instant();
    String hash = Secrets.hash(token);
    return memory
        .find(hash)
        .or(() -> read(hash, use))
        .filter(row -> isVisible(row, now))
        .map(row -> session(row, token, hash, now, use));
  }

  // A look may be part of an older snapshot: what it finds is not kept.
  private Optional<SessionDao.Row> read(String hash, boolean keep) {
    long since = memory.changes();
    Optional<SessionDao.Row> found = database.read(handle -> SessionDao.find(handle, hash));
    if (keep) {
      found.ifPresent(row -> memory.keep(hash, row, since));
    }
    return found;
  }

  private Session session(
      SessionDao.Row row, String token, String hash, Instant now, boolean use) {
    Session.State state = state(row, now, end(row, row.lastSeenAt()));
    Instant seenAt = row.lastSeenAt();
    boolean live = state == Session.State.LIVE;
    if (use && live && !now.isBefore(seenAt.plus(policy.notice()))) {
      touch(hash, now);
      seenAt = now;
    }
    Instant end = end(row, seenAt);
    return new Session(hash, row.actor(), state, Secrets.csrf(token), row.deviceId(), end);
  }

  private boolean isVisible(SessionDao.Row row, Instant now) {
    return row.revoked() || now.isBefore(end(row, row.lastSeenAt()).plus(policy.expired()));
  }

  private static Session.State state(SessionDao.Row row, Instant now, Instant end) {
    if (row.revoked()) {
      return Session.State.REVOKED;
    }
    return now.isBefore(end) ? Session.State.LIVE : Session.State.EXPIRED;
  }

  private Instant end(SessionDao.Row row, Instant seenAt) {
    Instant idle = seenAt.plus(policy.span(row.role()).idle());
    return idle.isBefore(row.expiresAt()) ? idle : row.expiresAt();
  }

  // A full disk must not keep people from reading.
  private void touch(String hash, Instant now) {
    try {
      database.write(
          handle -> {
            handle.attach(SessionDao.class).touch(hash, now);
            return null;
          });
    } catch (RuntimeException e) {
      LOG.warn("The use of a session could not be written down", e);
    }
  }
}
