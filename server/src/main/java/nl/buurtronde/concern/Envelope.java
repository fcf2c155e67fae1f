package nl.buurtronde.concern;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import nl.buurtronde.database.Columns;

/**
 * What all that tenants send has in common.
 *
 * @param codeHash SHA-256 of the code by which the sender follows it
 * @param digest of its content without the contact data: the same sent again has the same
 * @param claimedAt what the phone's clock said, or null
 */
public record Envelope(
    UUID id,
    String codeHash,
    String digest,
    UUID district,
    String text,
    String urgency,
    String language,
    Contact contact,
    Instant claimedAt) {
  /** The columns that {@link #read} needs. */
  public static final String COLUMNS =
      "id, code_hash, digest, district_id, text, urgency, language, phone, email, claimed_at";

  public static Envelope read(ResultSet row) throws SQLException {
    return new Envelope(
        Columns.uuid(row, "id"),
        row.getString("code_hash"),
        row.getString("digest"),
        Columns.uuid(row, "district_id"),
        row.getString("text"),
        row.getString("urgency"),
        row.getString("language"),
        new Contact(row.getString("phone"), row.getString("email")),
        Columns.instant(row, "claimed_at"));
  }
}
