package nl.buurtronde.round;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The checklist of the wijkschouw, as far as it was filled in. */
final class CheckDao {
  private final Handle handle;

  CheckDao(Handle handle) {
    this.handle = handle;
  }

  public record Check(
      @ColumnName("round_id") UUID round,
      @ColumnName("complex_id") UUID complex,
      String item,
      String result,
      String note,
      @ColumnName("account_id") UUID by,
      Instant at) {}

  /** Of two phones that judge the same item, the later stands. */
  void save(Check check) {
    handle.execute(
        """
        INSERT INTO round_check (round_id, complex_id, item, result, note, account_id, at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (round_id, complex_id, item) DO UPDATE
          SET result = excluded.result, note = excluded.note,
              account_id = excluded.account_id, at = excluded.at
          WHERE excluded.at >= round_check.at
        """,
        check.round(),
        check.complex(),
        check.item(),
        check.result(),
        check.note(),
        check.by(),
        Columns.text(check.at()));
  }

  List<Check> list(Collection<UUID> rounds) {
    if (rounds.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            SELECT round_id, complex_id, item, result, note, account_id, at
              FROM round_check WHERE round_id IN (<rounds>)
             ORDER BY round_id, complex_id, item
            """)
        .bindList("rounds", rounds)
        .map(ConstructorMapper.of(Check.class))
        .list();
  }
}
