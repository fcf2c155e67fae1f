package nl.buurtronde.round;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtronde.account.Account;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** Who may walk: with a certificate, or where a coordinator waived it and said why. */
public final class Walkers {
  private static final int LONGEST_REASON = 500;

  private final Database database;
  private final Clock clock;
  private final Audit audit;
  private final Accounts accounts;

  Walkers(Database database, Clock clock, Audit audit, Accounts accounts) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.accounts = accounts;
  }

  /** @param waiver why it was waived, for those who set up; else null */
  public record Walker(
      UUID id,
      String name,
      String fullName,
      Set<UUID> districts,
      Instant certifiedAt,
      String waiver,
      boolean mayWalk) {}

  /**
   * The volunteers of the caller's districts; for those who set up, of all.
   *
   * @param district only those of this one, or null
   */
  public List<Walker> list(Actor actor, UUID district) {
    boolean everywhere = actor.role().setsUp();
    return database.read(
        handle -> {
          Map<UUID, WalkerDao.Row> rows =
              new WalkerDao(handle)
                  .list().stream()
                      .collect(Collectors.toMap(WalkerDao.Row::account, Function.identity()));
          return accounts.list().stream()
              .filter(account -> account.role() == Role.VOLUNTEER && account.revokedAt() == null)
              .filter(a -> everywhere || a.districts().stream().anyMatch(actor::seesDistrict))
              .filter(account -> district == null || account.districts().contains(district))
              .map(account -> walker(account, rows.get(account.id()), everywhere))
              .toList();
        });
  }

  /** Survives repetition: the first certificate stands. */
  public void certify(Actor actor, UUID account) {
    change(actor, account, "walker.certified", "", (dao, now) -> certify(dao, account, actor, now));
  }

  public void endCertificate(Actor actor, UUID account) {
    change(actor, account, "walker.uncertified", "", (dao, now) -> dao.endCertificate(account, now));
  }

  public void waive(Actor actor, UUID account, String reason) {
    if (reason == null) {
      throw new Refusal(Reason.INVALID, "json.invalid");
    }
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refusal(Reason.UNPROCESSABLE, "walker.waiver");
    }
    String kept = Texts.plain(reason).strip();
    change(actor, account, "walker.waived", kept, (d, now) -> d.waive(account, actor.id(), now, kept));
  }

  public void endWaiver(Actor actor, UUID account) {
    change(actor, account, "walker.unwaived", "", (dao, now) -> dao.endWaiver(account, now));
  }

  boolean mayWalk(Handle handle, UUID account, Instant then) {
    return new WalkerDao(handle).find(account).filter(row -> row.mayWalk(then)).isPresent();
  }

  Set<UUID> certified(Handle handle) {
    return new WalkerDao(handle)
        .list().stream()
            .filter(WalkerDao.Row::isCertified)
            .map(WalkerDao.Row::account)
            .collect(Collectors.toSet());
  }

  private static void certify(WalkerDao dao, UUID account, Actor actor, Instant now) {
    if (dao.find(account).filter(WalkerDao.Row::isCertified).isEmpty()) {
      dao.certify(account, actor.id(), now);
    }
  }

  private void change(
      Actor actor, UUID account, String action, String why, BiConsumer<WalkerDao, Instant> work) {
    database.write(
        handle -> {
          requireVolunteer(account);
          work.accept(new WalkerDao(handle), clock.instant());
          Revisions.next(handle); // wakes the open pages, which then ask anew
          audit.record(handle, actor.id(), action, account.toString(), why);
          return null;
        });
  }

  private void requireVolunteer(UUID account) {
    Role role =
        accounts
            .find(account)
            .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "walker.unknown"))
            .role();
    if (role != Role.VOLUNTEER) {
      throw new Refusal(Reason.UNPROCESSABLE, "walker.role");
    }
  }

  private static Walker walker(Account account, WalkerDao.Row row, boolean everything) {
    boolean certified = row != null && row.isCertified();
    boolean waived = row != null && row.isWaived();
    return new Walker(
        account.id(),
        account.name(),
        account.fullName(),
        account.districts(),
        certified ? row.certifiedAt() : null,
        waived && everything ? row.waiver() : null,
        certified || waived);
  }
}
