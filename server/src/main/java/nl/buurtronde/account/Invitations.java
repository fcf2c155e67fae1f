package nl.buurtronde.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import org.jdbi.v3.core.Handle;

/** The only way in for somebody new: asked for by one person, used once by another. */
public final class Invitations {
  private static final Duration LIFE = Duration.ofHours(72);
  private static final Throttle.Rule PER_NETWORK =
      new Throttle.Rule(20, Duration.ofMinutes(5), Duration.ofMinutes(1));
  private static final int LONGEST_NAME = 100;

  private final Database database;
  private final Audit audit;
  private final Clock clock;
  private final Accounts accounts;
  private final SessionStore sessions;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final Throttle networks;

  Invitations(
      Database database,
      Audit audit,
      Clock clock,
      Accounts accounts,
      SessionStore sessions,
      Passwords passwords) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.rules = new PasswordRules();
    this.networks = new Throttle(clock, PER_NETWORK);
  }

  public Invitation.Issued issue(Actor actor, String fullName, Role role, Set<UUID> districts) {
    Authority.requireOver(actor, role);
    Authority.requireDistricts(role, districts.size());
    String name = fullName.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME || name.matches("(?s).*\\p{Cntrl}.*")) {
      throw new Refusal(Reason.UNPROCESSABLE, "invitation.fullName");
    }
    districts.forEach(accounts::requireDistrict);
    return database.write(handle -> issue(handle, actor.id(), name, role, districts, null));
  }

  /** A code with which somebody who has forgotten theirs chooses another password. */
  public Invitation.Issued reset(Actor actor, UUID id) {
    return database.write(
        handle -> {
          Account account = Accounts.getActive(handle, id);
          Authority.requireOver(actor, account.role());
          Accounts.requireOther(actor, id, "account.self.reset");
          handle.attach(InvitationDao.class).withdrawThoseFor(id, clock.instant());
          return issue(
              handle, actor.id(), account.fullName(), account.role(), account.districts(), id);
        });
  }

  /**
   * The code for the first administrator while nobody has an account, else nothing. An earlier one
   * that was not used is withdrawn: only the last one printed opens the door.
   */
  public Optional<String> firstAdministrator() {
    return database.write(
        handle -> {
          if (handle.attach(AccountDao.class).count() > 0) {
            return Optional.empty();
          }
          handle.attach(InvitationDao.class).withdrawFirst(clock.instant());
          String name = Messages.sentence("invitation.first");
          return Optional.of(issue(handle, null, name, Role.ADMIN, Set.of(), null).code());
        });
  }

  public List<Invitation> list() {
    Instant now = clock.instant();
    return database.read(handle -> handle.attach(InvitationDao.class).list()).stream()
        .map(row -> row.invitation(now))
        .toList();
  }

  public void withdraw(Actor actor, UUID id) {
    database.write(
        handle -> {
          InvitationDao invitations = handle.attach(InvitationDao.class);
          InvitationDao.Row row = invitations.find(id).orElseThrow(Invitations::unknown);
          Authority.requireOver(actor, row.role());
          if (row.usedAt() != null) {
            throw new Refusal(Reason.GONE, "invitation.used");
          }
          if (invitations.withdraw(id, clock.instant()) > 0) {
            audit.record(handle, actor.id(), "invitation.withdrawn", id.toString(), "");
          }
          return null;
        });
  }

  /** What an invitation offers; looking uses nothing up. */
  public Invitation.Preview preview(String network, String typed) {
    InvitationDao.Row row = findOpen(network, typed);
    List<String> names =
        row.districtIds().stream().map(accounts::requireDistrict).sorted().toList();
    String name = row.accountId() == null ? null : accounts.nameOf(row.accountId());
    return new Invitation.Preview(row.fullName(), row.role(), names, row.expiresAt(), name);
  }

  /** Makes or changes the account and signs it in; returns the value of the session's cookie. */
  public String accept(String network, String typed, String name, String password) {
    InvitationDao.Row row = findOpen(network, typed);
    boolean known = row.accountId() != null;
    String signInName = known ? accounts.nameOf(row.accountId()) : SignInName.parse(name);
    rules.check(signInName, password);
    if (!known) {
      requireFree(signInName);
    }
    String hash = passwords.hash(password);
    return database.write(
        handle -> {
          Instant now = clock.instant();
          InvitationDao invitations = handle.attach(InvitationDao.class);
          if (invitations.use(row.id(), now).isEmpty()) {
            invitations.find(row.id()).orElseThrow().requireOpen(now);
            throw unknown();
          }
          UUID account = known ? row.accountId() : add(handle, row, signInName, hash, now);
          if (known) {
            handle.attach(AccountDao.class).setPassword(account, hash);
            handle.attach(SessionDao.class).expireAll(account, now);
          }
          String what = known ? "password.reset" : "invitation.accepted";
          audit.record(handle, account, what, row.id().toString(), "");
          return sessions.start(handle, account);
        });
  }

  private UUID add(
      Handle handle, InvitationDao.Row row, String name, String hash, Instant now) {
    return accounts.add(
        handle,
        new NewAccount(name, row.fullName(), row.role(), row.districtIds(), "", now),
        hash);
  }

  private Invitation.Issued issue(
      Handle handle, UUID by, String fullName, Role role, Set<UUID> districts, UUID account) {
    Instant now = clock.instant();
    InvitationDao.Row row =
        new InvitationDao.Row(
            Id.next(), fullName, role, InvitationDao.json(districts), by, now, now.plus(LIFE),
            null, null, account);
    String code = InvitationCode.next();
    handle.attach(InvitationDao.class).insert(row, Secrets.hash(code));
    String action = account == null ? "invitation.issued" : "password.reset.issued";
    audit.record(handle, by, action, (account == null ? row.id() : account).toString(), role.wire());
    return new Invitation.Issued(row.id(), InvitationCode.grouped(code), row.expiresAt());
  }

  // An attempt with a code that exists is no guess.
  private InvitationDao.Row findOpen(String network, String typed) {
    networks.enter(network);
    InvitationDao.Row row =
        InvitationCode.parse(typed)
            .map(Secrets::hash)
            .flatMap(hash -> database.read(h -> h.attach(InvitationDao.class).findByCode(hash)))
            .orElseThrow(Invitations::unknown);
    networks.takeBack(network);
    row.requireOpen(clock.instant());
    return row;
  }

  private void requireFree(String name) {
    if (database.read(h -> h.attach(AccountDao.class).findSecret(name)).isPresent()) {
      throw new Refusal(Reason.CONFLICT, "account.name.taken");
    }
  }

  private static Refusal unknown() {
    return new Refusal(Reason.NOT_FOUND, "invitation.unknown");
  }
}
