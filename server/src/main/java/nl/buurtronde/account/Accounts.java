package nl.buurtronde.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.sync.Author;
import nl.buurtronde.sync.Authors;
import nl.buurtronde.sync.Device;
import nl.buurtronde.sync.Devices;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** The people: who they are, where they walk and walked, and that they no longer may. */
public final class Accounts implements Authors {
  private final Database database;
  private final Audit audit;
  private final Clock clock;
  private final Passwords passwords;
  private final Devices devices;
  private final Function<UUID, Optional<String>> districtName;

  Accounts(
      Database database,
      Audit audit,
      Clock clock,
      Passwords passwords,
      Devices devices,
      Function<UUID, Optional<String>> districtName) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
    this.passwords = passwords;
    this.devices = devices;
    this.districtName = districtName;
  }

  public Optional<Person> find(UUID id) {
    return database.read(h -> h.attach(AccountDao.class).find(id)).map(AccountDao.Row::person);
  }

  /** The sign-in name, or a dash for somebody unknown. */
  public String nameOf(UUID id) {
    return find(id).map(Person::name).orElse("–");
  }

  /** Those among these that exist, also when revoked. */
  public Map<UUID, Person> list(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return database.read(h -> h.attach(AccountDao.class).list(ids)).stream()
        .map(AccountDao.Row::person)
        .collect(Collectors.toMap(Person::id, Function.identity()));
  }

  /** Everybody, those revoked last. */
  public List<Account> list() {
    return database.read(h -> h.attach(AccountDao.class).list()).stream()
        .map(AccountDao.Row::account)
        .toList();
  }

  /** Whether this is somebody who was not revoked. */
  public boolean isActive(UUID id) {
    return database.read(
        handle ->
            handle
                .select(
                    "SELECT EXISTS (SELECT 1 FROM account WHERE id = ? AND revoked_at IS NULL)", id)
                .mapTo(Boolean.class)
                .one());
  }

  /** Whether this person belonged to this district at that moment, whatever has changed since. */
  public boolean walkedIn(UUID account, UUID district, Instant at) {
    return database.read(
        h -> h.attach(AccountDao.class).countMemberships(account, district, at) > 0);
  }

  /** The districts this person belonged to at that moment, the one joined first in front. */
  public List<UUID> districtsAt(UUID account, Instant at) {
    return database.read(h -> AccountDao.districtsAt(h, account, at));
  }

  /** Makes an account outside any invitation: for the demo and for tests. */
  public UUID add(NewAccount account) {
    String hash = passwords.hash(account.password());
    return database.write(handle -> add(handle, account, hash));
  }

  UUID add(Handle handle, NewAccount account, String hash) {
    UUID id = Id.next();
    String name = SignInName.parse(account.name());
    AccountDao accounts = handle.attach(AccountDao.class);
    Instant since = account.since();
    if (accounts.insert(id, name, account.fullName(), account.role(), hash, since) == 0) {
      throw new Refusal(Reason.CONFLICT, "account.name.taken");
    }
    account.districts().forEach(district -> accounts.join(id, district, since));
    return id;
  }

  /**
   * Gives a person another role or other districts, or both; null leaves one as it is. Another
   * role ends their sessions: what they may do starts anew with a new sign-in.
   */
  public void change(Actor actor, UUID id, Role role, Set<UUID> districts) {
    database.write(
        handle -> {
          Account account = getActive(handle, id);
          Role newRole = role == null ? account.role() : role;
          Set<UUID> newDistricts = districts == null ? account.districts() : districts;
          Authority.requireOver(actor, account.role());
          Authority.requireOver(actor, newRole);
          Authority.requireDistricts(newRole, newDistricts.size());
          newDistricts.forEach(this::requireDistrict);
          Revisions.next(handle); // wakes the open pages, which then ask anew
          if (newRole != account.role()) {
            changeRole(handle, actor, account, newRole);
          }
          if (!newDistricts.equals(account.districts())) {
            changeDistricts(handle, actor, account, newDistricts);
          }
          return null;
        });
  }

  /** Ends an account: nobody comes in with it any more, on no device, from this moment. */
  public void revoke(Actor actor, UUID id) {
    database.write(
        handle -> {
          AccountDao accounts = handle.attach(AccountDao.class);
          Account account =
              accounts.find(id).map(AccountDao.Row::account).orElseThrow(Accounts::unknown);
          Authority.requireOver(actor, account.role());
          requireOther(actor, id, "account.self.revoke");
          if (accounts.revoke(id, clock.instant()) > 0) {
            requireSomebodyLeft(handle, account.role());
            handle.attach(SessionDao.class).revokeAll(id, clock.instant());
            handle.attach(InvitationDao.class).withdrawThoseBy(id, clock.instant());
            handle.attach(InvitationDao.class).withdrawThoseFor(id, clock.instant());
            devicesOf(id).forEach(device -> devices.revoke(device.id()));
            Revisions.next(handle); // wakes the open pages, which then find themselves shut out
            audit.record(handle, actor.id(), "account.revoked", id.toString(), "");
          }
          return null;
        });
  }

  /**
   * Shuts one phone out: its sessions end, and at its next contact it forgets everything. Its owner
   * may, and who sets people up; to others it is not there.
   */
  public void revokeDevice(Actor actor, UUID id) {
    database.write(
        handle -> {
          Device device =
              devices
                  .find(id)
                  .filter(d -> actor.role().setsUp() || d.account().equals(actor.id()))
                  .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "device.unknown"));
          if (!device.account().equals(actor.id())) {
            find(device.account()).ifPresent(owner -> Authority.requireOver(actor, owner.role()));
          }
          if (device.revokedAt() == null) {
            Instant now = clock.instant();
            devices.revoke(id);
            SessionDao sessions = handle.attach(SessionDao.class);
            sessions.revokeDevice(id, now);
            // One that never told its phone may be on this one: it has to sign in again.
            sessions.expireUnbound(device.account(), now);
            Revisions.next(handle);
            audit.record(handle, actor.id(), "device.revoked", id.toString(), "");
          }
          return null;
        });
  }

  /** The phones of one account, the last seen first. */
  public List<Device> devicesOf(UUID account) {
    return devices.list().stream().filter(device -> device.account().equals(account)).toList();
  }

  @Override
  public Actor actor(UUID account) {
    return find(account)
        .map(person -> new Actor(person.id(), person.name(), person.role(), person.districts()))
        .orElseThrow(Accounts::unknown);
  }

  @Override
  public Author describe(UUID account) {
    return find(account)
        .map(person -> new Author(person.id(), person.name(), person.fullName()))
        .orElseThrow(Accounts::unknown);
  }

  String requireDistrict(UUID id) {
    return districtName
        .apply(id)
        .orElseThrow(() -> new Refusal(Reason.UNPROCESSABLE, "account.district.unknown"));
  }

  private void changeRole(Handle handle, Actor actor, Account account, Role role) {
    requireOther(actor, account.id(), "account.self.role");
    handle.attach(AccountDao.class).setRole(account.id(), role);
    requireSomebodyLeft(handle, account.role());
    handle.attach(SessionDao.class).expireAll(account.id(), clock.instant());
    handle.attach(InvitationDao.class).withdrawThoseBy(account.id(), clock.instant());
    handle.attach(InvitationDao.class).withdrawThoseFor(account.id(), clock.instant());
    audit.record(handle, actor.id(), "account.role", account.id().toString(), role.wire());
  }

  private void changeDistricts(
      Handle handle, Actor actor, Account account, Set<UUID> districts) {
    AccountDao accounts = handle.attach(AccountDao.class);
    Instant now = clock.instant();
    Set<UUID> left = new HashSet<>(account.districts());
    left.removeAll(districts);
    left.forEach(district -> accounts.leave(account.id(), district, now));
    Set<UUID> joined = new HashSet<>(districts);
    joined.removeAll(account.districts());
    joined.forEach(district -> accounts.join(account.id(), district, now));
    String count = joined.size() + " joined, " + left.size() + " left";
    audit.record(handle, actor.id(), "account.districts", account.id().toString(), count);
  }

  static Account getActive(Handle handle, UUID id) {
    return handle
        .attach(AccountDao.class)
        .find(id)
        .map(AccountDao.Row::account)
        .filter(account -> account.revokedAt() == null)
        .orElseThrow(Accounts::unknown);
  }

  static void requireOther(Actor actor, UUID id, String key) {
    if (actor.id().equals(id)) {
      throw new Refusal(Reason.CONFLICT, key);
    }
  }

  // Judged after the change and inside it: two administrators may revoke each other at once.
  private static void requireSomebodyLeft(Handle handle, Role gone) {
    List<Role> same =
        gone == Role.ADMIN ? List.of(Role.ADMIN) : List.of(Role.ADMIN, Role.COORDINATOR);
    if (handle.attach(AccountDao.class).countActive(same) == 0) {
      throw new Refusal(Reason.CONFLICT, "account.last");
    }
  }

  private static Refusal unknown() {
    return new Refusal(Reason.NOT_FOUND, "account.unknown");
  }
}
