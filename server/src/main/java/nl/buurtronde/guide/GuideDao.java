package nl.buurtronde.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(GuideDao.EditionRow.class)
@RegisterConstructorMapper(GuideDao.TranslationRow.class)
@RegisterConstructorMapper(GuideDao.LanguageRow.class)
@RegisterConstructorMapper(Verification.class)
interface GuideDao {
  record EditionRow(
      UUID entryId,
      long revision,
      String kind,
      JsonNode content,
      Instant publishAt,
      boolean withdrawn,
      Instant savedAt,
      UUID savedBy) {}

  record TranslationRow(
      UUID entryId,
      String language,
      long revision,
      long edition,
      String title,
      String text,
      boolean checked,
      Instant savedAt,
      UUID savedBy) {
    Translation translation() {
      return new Translation(
          entryId,
          Language.of(language),
          revision,
          edition,
          title,
          text,
          checked,
          savedAt,
          savedBy);
    }
  }

  record LanguageRow(String code, boolean checked) {}

  @SqlQuery(
      """
      SELECT entry_id, revision, kind, content, publish_at, withdrawn, saved_at, saved_by
        FROM guide_edition
       WHERE kind = :kind
       ORDER BY entry_id, revision DESC
      """)
  List<EditionRow> editions(String kind);

  @SqlQuery(
      """
      SELECT entry_id, revision, kind, content, publish_at, withdrawn, saved_at, saved_by
        FROM guide_edition
       WHERE entry_id = :entry
       ORDER BY revision DESC
      """)
  List<EditionRow> editionsOf(UUID entry);

  @SqlUpdate(
      """
      INSERT INTO guide_edition
        (entry_id, revision, kind, content, publish_at, withdrawn, saved_at, saved_by)
      VALUES
        (:entryId, :revision, :kind, :content, :publishAt, :withdrawn, :savedAt, :savedBy)
      """)
  void add(@BindMethods EditionRow edition);

  @SqlQuery(
      """
      SELECT entry_id, language, revision, edition, title, text, checked, saved_at, saved_by
        FROM guide_translation
       ORDER BY entry_id, revision DESC
      """)
  List<TranslationRow> translations();

  @SqlQuery(
      """
      SELECT entry_id, language, revision, edition, title, text, checked, saved_at, saved_by
        FROM guide_translation
       WHERE entry_id = :entry
       ORDER BY revision DESC
      """)
  List<TranslationRow> translationsOf(UUID entry);

  @SqlUpdate(
      """
      INSERT INTO guide_translation
        (entry_id, language, revision, edition, title, text, checked, saved_at, saved_by)
      VALUES
        (:entry, :language, :revision, :edition, :title, :text, :checked, :at, :by)
      """)
  void translate(
      UUID entry,
      String language,
      long revision,
      long edition,
      String title,
      String text,
      boolean checked,
      Instant at,
      UUID by);

  @SqlQuery(
      """
      SELECT partner_id, edition, verified_at, verified_by
        FROM partner_verification
       ORDER BY partner_id, verified_at DESC
      """)
  List<Verification> verifications();

  @SqlUpdate(
      """
      INSERT INTO partner_verification (partner_id, edition, verified_at, verified_by)
      VALUES (:partnerId, :edition, :verifiedAt, :verifiedBy)
      ON CONFLICT (partner_id, verified_at) DO UPDATE SET edition = excluded.edition
      """)
  void verify(@BindMethods Verification verification);

  @SqlQuery("SELECT code, checked FROM guide_language")
  List<LanguageRow> languages();

  @SqlUpdate("UPDATE guide_language SET checked = :checked WHERE code = :code")
  void setChecked(String code, boolean checked);
}
