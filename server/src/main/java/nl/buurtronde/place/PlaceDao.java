package nl.buurtronde.place;

import static org.jdbi.v3.sqlobject.customizer.BindList.EmptyHandling.NULL_STRING;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import nl.buurtronde.database.Statements;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.BatchChunkSize;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(District.class)
@RegisterConstructorMapper(Complex.class)
@RegisterConstructorMapper(PlaceDao.Departure.class)
interface PlaceDao {
  /** A complex that is no longer in a district somebody sees. */
  record Departure(UUID complex, long revision) {}

  /** Changes with every import, so that shapes already read can be told from older ones. */
  static long districtsRevision(Handle handle) {
    return Statements.find(
            handle, "SELECT COALESCE(MAX(revision), 0) FROM district", row -> row.getLong(1))
        .orElseThrow();
  }

  // Asked for every mutation of a push, as the one above.
  static Optional<UUID> findDistrictOf(Handle handle, UUID complex) {
    return Statements.find(
        handle,
        "SELECT district_id FROM complex WHERE id = ?",
        row -> Columns.uuid(row, 1),
        complex);
  }

  @SqlQuery(
      """
      SELECT id, name, outline, revision
      FROM district
      ORDER BY name
      """)
  List<District> districts();

  @SqlQuery("SELECT id FROM district")
  Set<UUID> districtIds();

  @SqlQuery(
      """
      SELECT id, name, outline, revision
      FROM district
      WHERE id = :id
      """)
  Optional<District> findDistrict(@Bind("id") UUID id);

  @SqlQuery(
      """
      SELECT id, name, outline, revision
      FROM district
      WHERE id IN (<districts>) AND revision > :after
      ORDER BY revision
      LIMIT :limit
      """)
  List<District> districtsSince(
      @BindList(value = "districts", onEmpty = NULL_STRING) Collection<UUID> districts,
      @Bind("after") long after,
      @Bind("limit") int limit);

  @SqlQuery(
      """
      SELECT id, code, name, street, numbers, postcode, lat, lon, district_id AS district,
        caretaker, revision
      FROM complex
      ORDER BY code
      """)
  List<Complex> complexes();

  @SqlQuery(
      """
      SELECT id, code, name, street, numbers, postcode, lat, lon, district_id AS district,
        caretaker, revision
      FROM complex
      WHERE id = :id
      """)
  Optional<Complex> findComplex(@Bind("id") UUID id);

  @SqlQuery(
      """
      SELECT id, code, name, street, numbers, postcode, lat, lon, district_id AS district,
        caretaker, revision
      FROM complex
      WHERE district_id IN (<districts>) AND revision > :after
      ORDER BY revision
      LIMIT :limit
      """)
  List<Complex> complexesSince(
      @BindList(value = "districts", onEmpty = NULL_STRING) Collection<UUID> districts,
      @Bind("after") long after,
      @Bind("limit") int limit);

  @SqlQuery(
      """
      SELECT complex_id AS complex, MAX(complex_departure.revision) AS revision
      FROM complex_departure
      JOIN complex ON complex.id = complex_departure.complex_id
      WHERE complex_departure.district_id IN (<districts>)
        AND complex_departure.revision > :after
        AND complex.district_id NOT IN (<districts>)
      GROUP BY complex_id
      ORDER BY 2
      LIMIT :limit
      """)
  List<Departure> departuresSince(
      @BindList(value = "districts", onEmpty = NULL_STRING) Collection<UUID> districts,
      @Bind("after") long after,
      @Bind("limit") int limit);

  @SqlUpdate(
      """
      INSERT INTO district (id, name, outline, revision)
      VALUES (:id, :name, :outline, :revision)
      ON CONFLICT (id) DO UPDATE SET
        name = excluded.name, outline = excluded.outline, revision = excluded.revision
      """)
  void save(@BindMethods District district);

  @SqlBatch(
      """
      INSERT INTO complex (id, code, name, street, numbers, postcode, lat, lon, district_id,
        caretaker, revision)
      VALUES (:id, :code, :name, :street, :numbers, :postcode, :lat, :lon, :district,
        :caretaker, :revision)
      ON CONFLICT (id) DO UPDATE SET
        name = excluded.name, street = excluded.street, numbers = excluded.numbers,
        postcode = excluded.postcode, lat = excluded.lat, lon = excluded.lon,
        district_id = excluded.district_id, caretaker = excluded.caretaker,
        revision = excluded.revision
      """)
  @BatchChunkSize(500)
  void save(@BindMethods List<Complex> complexes);

  @SqlUpdate(
      """
      INSERT INTO complex_departure (complex_id, district_id, revision)
      VALUES (:complex, :district, :revision)
      ON CONFLICT (complex_id, district_id) DO UPDATE SET revision = excluded.revision
      """)
  void depart(
      @Bind("complex") UUID complex,
      @Bind("district") UUID district,
      @Bind("revision") long revision);
}
