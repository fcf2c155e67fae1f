package nl.buurtronde.category;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(Category.class)
interface CategoryDao {
  @SqlQuery(
      """
      SELECT key, label, icon, position, active, revision
      FROM category
      ORDER BY position, key
      """)
  List<Category> list();

  @SqlQuery(
      """
      SELECT key, label, icon, position, active, revision
      FROM category
      WHERE key = :key
      """)
  Optional<Category> find(@Bind("key") String key);

  @SqlQuery(
      """
      SELECT key, label, icon, position, active, revision
      FROM category
      WHERE revision > :after
      ORDER BY revision
      LIMIT :limit
      """)
  List<Category> since(@Bind("after") long after, @Bind("limit") int limit);

  @SqlUpdate(
      """
      INSERT INTO category (key, label, icon, position, active, revision)
      VALUES (:key, :label, :icon, :position, :active, :revision)
      ON CONFLICT (key) DO UPDATE SET
        label = excluded.label, icon = excluded.icon, position = excluded.position,
        active = excluded.active, revision = excluded.revision
      """)
  void save(@BindMethods Category category);
}
