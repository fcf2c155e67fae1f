package nl.buurtronde.round;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Certificates and what a coordinator allowed without one. */
final class WalkerDao {
  private static final String COLUMNS =
      "account_id, certified_at, certified_until, waived_at, waived_until, waiver";

  private final Handle handle;

  WalkerDao(Handle handle) {
    this.handle = handle;
  }

  public record Row(
      @ColumnName("account_id") UUID account,
      Instant certifiedAt,
      Instant certifiedUntil,
      Instant waivedAt,
      Instant waivedUntil,
      String waiver) {
    boolean isCertified() {
      return certifiedAt != null && certifiedUntil == null;
    }

    boolean isWaived() {
      return waivedAt != null && waivedUntil == null;
    }

    /** Now, or at that moment: what was allowed then is not undone by what was taken back since. */
    boolean mayWalk(Instant then) {
      return isCertified()
          || isWaived()
          || isWithin(then, certifiedAt, certifiedUntil)
          || isWithin(then, waivedAt, waivedUntil);
    }

    private static boolean isWithin(Instant then, Instant from, Instant until) {
      return from != null && until != null && !then.isBefore(from) && then.isBefore(until);
    }
  }

  Optional<Row> find(UUID account) {
    return handle
        .select("SELECT " + COLUMNS + " FROM walker WHERE account_id = ?", account)
        .map(ConstructorMapper.of(Row.class))
        .findOne();
  }

  List<Row> list() {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM walker")
        .map(ConstructorMapper.of(Row.class))
        .list();
  }

  void certify(UUID account, UUID by, Instant at) {
    handle.execute(
        """
        INSERT INTO walker (account_id, certified_at, certified_by) VALUES (?, ?, ?)
        ON CONFLICT (account_id) DO UPDATE
          SET certified_at = excluded.certified_at, certified_by = excluded.certified_by,
              certified_until = NULL
        """,
        account,
        Columns.text(at),
        by);
  }

  void endCertificate(UUID account, Instant at) {
    handle.execute(
        "UPDATE walker SET certified_until = ? WHERE account_id = ?", Columns.text(at), account);
  }

  void waive(UUID account, UUID by, Instant at, String waiver) {
    handle.execute(
        """
        INSERT INTO walker (account_id, waived_at, waived_by, waiver) VALUES (?, ?, ?, ?)
        ON CONFLICT (account_id) DO UPDATE
          SET waived_at = excluded.waived_at, waived_by = excluded.waived_by,
              waived_until = NULL, waiver = excluded.waiver
        """,
        account,
        Columns.text(at),
        by,
        waiver);
  }

  void endWaiver(UUID account, Instant at) {
    handle.execute(
        "UPDATE walker SET waived_until = ? WHERE account_id = ?", Columns.text(at), account);
  }
}
