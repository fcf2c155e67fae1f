package nl.buurtronde.concern;

import java.util.List;
import java.util.UUID;
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

/** Who may read concerns: coordinators unless told otherwise, and of staff whom they name. */
public final class Readers {
  private final Database database;
  private final Audit audit;
  private final Accounts accounts;

  Readers(Database database, Audit audit, Accounts accounts) {
    this.database = database;
    this.audit = audit;
    this.accounts = accounts;
  }

  public record Reader(UUID account, String fullName, Role role, boolean reader) {}

  /** All of staff, with who of them reads. */
  public List<Reader> list() {
    return database.read(
        handle ->
            accounts.list().stream()
                .filter(account -> account.revokedAt() == null && account.role().isStaff())
                .map(
                    account ->
                        new Reader(
                            account.id(),
                            account.fullName(),
                            account.role(),
                            reads(handle, account.id(), account.role())))
                .toList());
  }

  public boolean reads(Actor actor) {
    return database.read(handle -> reads(handle, actor.id(), actor.role()));
  }

  /** What anybody of staff may know of themselves, and a coordinator of all. */
  public Reader get(Actor actor, UUID account) {
    if (actor.role() != Role.COORDINATOR && !actor.id().equals(account)) {
      throw new Refusal(Reason.FORBIDDEN, "session.role");
    }
    return list().stream()
        .filter(reader -> reader.account().equals(account))
        .findFirst()
        .orElseThrow(Readers::unknown);
  }

  /** Names somebody of staff as a reader, or takes that away; to be repeated. */
  public void set(Actor actor, UUID account, boolean reads) {
    database.write(
        handle -> {
          Account person =
              accounts.list().stream()
                  .filter(one -> one.id().equals(account) && one.revokedAt() == null)
                  .findFirst()
                  .orElseThrow(Readers::unknown);
          if (!person.role().isStaff()) {
            throw new Refusal(Reason.UNPROCESSABLE, "concern.reader.role");
          }
          if (reads(handle, account, person.role()) != reads) {
            new ReaderDao(handle).save(account, reads);
            requireSomebodyLeft();
            Revisions.next(handle); // wakes the open pages, which then ask anew
            String action = reads ? "concern.reader.named" : "concern.reader.removed";
            audit.record(handle, actor.id(), action, account.toString(), "");
          }
          return null;
        });
  }

  void require(Handle handle, Actor actor) {
    if (!reads(handle, actor.id(), actor.role())) {
      throw new Refusal(Reason.FORBIDDEN, "concern.reader");
    }
  }

  private static boolean reads(Handle handle, UUID account, Role role) {
    return role.isStaff()
        && new ReaderDao(handle).find(account).orElse(role == Role.COORDINATOR);
  }

  // A concern that nobody may read would lie there unseen.
  private void requireSomebodyLeft() {
    boolean somebody =
        list().stream().anyMatch(one -> one.reader() && one.role() == Role.COORDINATOR);
    if (!somebody) {
      throw new Refusal(Reason.CONFLICT, "concern.reader.last");
    }
  }

  private static Refusal unknown() {
    return new Refusal(Reason.NOT_FOUND, "account.unknown");
  }
}
