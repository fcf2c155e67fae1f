package nl.buurtronde.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(InvitationDao.Row.class)
interface InvitationDao {
  /** @param accountId whose password it replaces, or null when it makes an account */
  record Row(
      UUID id,
      String fullName,
      Role role,
      JsonNode districts,
      UUID createdBy,
      Instant createdAt,
      Instant expiresAt,
      Instant usedAt,
      Instant withdrawnAt,
      UUID accountId) {

    Invitation invitation(Instant now) {
      return new Invitation(
          id, fullName, role, districtIds(), createdAt, expiresAt, state(now));
    }

    Set<UUID> districtIds() {
      Set<UUID> ids = new HashSet<>();
      districts.forEach(id -> ids.add(UUID.fromString(id.textValue())));
      return ids;
    }

    void requireOpen(Instant now) {
      String state = state(now);
      if (!state.equals("open")) {
        throw new Refusal(Reason.GONE, "invitation." + state);
      }
    }

    private String state(Instant now) {
      if (usedAt != null) {
        return "used";
      }
      if (withdrawnAt != null) {
        return "withdrawn";
      }
      return now.isBefore(expiresAt) ? "open" : "expired";
    }
  }

  static JsonNode json(Collection<UUID> ids) {
    var array = JsonNodeFactory.instance.arrayNode();
    ids.forEach(id -> array.add(id.toString()));
    return array;
  }

  @SqlQuery(
      """
      SELECT id, full_name, role, districts, created_by, created_at, expires_at, used_at,
             withdrawn_at, account_id
        FROM invitation
       WHERE code_hash = :codeHash
      """)
  Optional<Row> findByCode(String codeHash);

  @SqlQuery(
      """
      SELECT id, full_name, role, districts, created_by, created_at, expires_at, used_at,
             withdrawn_at, account_id
        FROM invitation
       WHERE id = :id
      """)
  Optional<Row> find(UUID id);

  @SqlQuery(
      """
      SELECT id, full_name, role, districts, created_by, created_at, expires_at, used_at,
             withdrawn_at, account_id
        FROM invitation
       ORDER BY created_at DESC, id DESC
      """)
  List<Row> list();

  @SqlUpdate(
      """
      INSERT INTO invitation
             (id, code_hash, full_name, role, districts, created_by, created_at, expires_at,
              account_id)
      VALUES (:id, :codeHash, :fullName, :role, :districts, :createdBy, :createdAt, :expiresAt,
              :accountId)
      """)
  void insert(@BindMethods Row row, String codeHash);

  /** Uses it up; of two at once only one finds it unused. */
  @SqlQuery(
      """
      UPDATE invitation SET used_at = :now
       WHERE id = :id AND used_at IS NULL AND withdrawn_at IS NULL AND expires_at > :now
      RETURNING id
      """)
  Optional<UUID> use(UUID id, Instant now);

  @SqlUpdate(
      """
      UPDATE invitation SET withdrawn_at = :now
       WHERE id = :id AND used_at IS NULL AND withdrawn_at IS NULL
      """)
  int withdraw(UUID id, Instant now);

  @SqlUpdate(
      """
      UPDATE invitation SET withdrawn_at = :now
       WHERE created_by = :account AND used_at IS NULL AND withdrawn_at IS NULL
      """)
  int withdrawThoseBy(UUID account, Instant now);

  /** Those that would let this person choose another password. */
  @SqlUpdate(
      """
      UPDATE invitation SET withdrawn_at = :now
       WHERE account_id = :account AND used_at IS NULL AND withdrawn_at IS NULL
      """)
  int withdrawThoseFor(UUID account, Instant now);

  @SqlUpdate(
      """
      UPDATE invitation SET withdrawn_at = :now
       WHERE created_by IS NULL AND used_at IS NULL AND withdrawn_at IS NULL
      """)
  int withdrawFirst(Instant now);
}
