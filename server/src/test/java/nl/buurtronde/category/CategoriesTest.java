package nl.buurtronde.category;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.buurtronde.Fresh;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.ImportReport;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.sync.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CategoriesTest {
  private static final int BUILT_IN = 13;

  @TempDir Path folder;
  private final Actor esra = new Actor(Id.next(), "esra", Role.COORDINATOR, Set.of());
  private final Actor noor = new Actor(Id.next(), "noor", Role.VOLUNTEER, Set.of());
  private Database database;
  private CategoryModule module;
  private Categories categories;

  @BeforeEach
  void open() {
    database = Fresh.database(folder);
    module = CategoryModule.create(database, new Audit(Clock.systemUTC()));
    categories = module.categories();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_fresh_installation_has_the_built_in_ones_and_phones_fetch_them_all() {
    assertEquals(BUILT_IN, categories.list().size());
    assertEquals("lighting", categories.list().get(0).key());
    List<Change> pulled = pull(0);
    assertEquals(BUILT_IN, pulled.size());
    assertEquals(BUILT_IN, pulled.stream().map(Change::revision).distinct().count());
    assertEquals(pulled.get(BUILT_IN - 1).revision(), lastRevision());
  }

  @Test
  void a_change_reaches_phones_once_and_is_audited_and_the_same_again_is_nothing() {
    long before = lastRevision();
    Category lamp = new Category("lighting", "Lantaarn", "lamp", 1, false, 0);
    categories.put(esra, lamp);
    categories.put(esra, lamp);
    assertEquals("Lantaarn", categories.find("lighting").orElseThrow().label());
    assertEquals(List.of(before + 1), pull(before).stream().map(Change::revision).toList());
    assertEquals(1, audited("category.put"));
  }

  @Test
  void a_new_key_adds_a_category() {
    categories.put(esra, new Category("dogs", "Honden", "other", 14, true, 0));
    assertEquals("dogs", categories.list().get(BUILT_IN).key());
  }

  @Test
  void a_volunteer_may_not_change_anything() {
    Refusal refusal =
        assertThrows(
            Refusal.class,
            () -> categories.put(noor, new Category("dogs", "Honden", "other", 14, true, 0)));
    assertEquals(Reason.FORBIDDEN, refusal.reason());
    assertThrows(Refusal.class, () -> categories.importFile(noor, bytes("[]")));
  }

  @Test
  void a_category_that_cannot_be_is_refused() {
    assertKey("category.key", () -> new Category("Lamp!", "x", "x", 1, true, 0));
    assertKey("category.key", () -> new Category("x".repeat(61), "x", "x", 1, true, 0));
    assertKey("category.label", () -> new Category("x", " \n", "x", 1, true, 0));
    assertKey("category.label", () -> new Category("x", "x".repeat(81), "x", 1, true, 0));
    assertKey("category.icon", () -> new Category("x", "x", "../x", 1, true, 0));
    assertKey("category.position", () -> new Category("x", "x", "x", -1, true, 0));
  }

  @Test
  void our_own_format_adds_changes_and_keeps_what_it_leaves_out() {
    ImportReport report =
        read(
            """
            [{"key":"lighting","label":"Lantaarn"},{"key":"litter","label":"Zwerfafval"},
             {"key":"dogs","label":"Honden","icon":"leaf","position":3}]""");
    assertTrue(report.imported());
    assertEquals(List.of(1, 1, 1), List.of(report.added(), report.changed(), report.same()));
    assertEquals("lamp", categories.find("lighting").orElseThrow().icon());
    assertEquals(3, categories.find("dogs").orElseThrow().position());
    assertEquals(BUILT_IN + 1, categories.list().size());
    assertEquals(1, audited("category.import"));
  }

  @Test
  void one_wrong_row_keeps_everything_out_and_a_preview_stores_nothing() {
    ImportReport report =
        read("[{\"key\":\"dogs\",\"label\":\"Honden\"},{\"key\":\"A B\",\"label\":\"x\"}]");
    assertFalse(report.imported());
    assertEquals(
        List.of(Messages.sentence("category.key", "A B")), report.rows().get(1).errors());
    categories.preview(esra, bytes("[{\"key\":\"dogs\",\"label\":\"Honden\"}]"));
    assertEquals(BUILT_IN, categories.list().size());
  }

  @Test
  void each_kind_of_wrong_row_has_its_own_sentence() {
    assertError("category.row.kind", "{\"key\":\"dogs\"}");
    assertError("category.row.kind", "7");
    assertError(
        "category.row.field", "{\"key\":\"dogs\",\"label\":\"x\",\"colour\":\"red\"}", "colour");
    assertError("category.row.text", "{\"key\":\"dogs\",\"label\":7}", "label");
    assertError(
        "category.row.number", "{\"key\":\"dogs\",\"label\":\"x\",\"position\":1.5}", "position");
    assertError(
        "category.row.boolean", "{\"key\":\"dogs\",\"label\":\"x\",\"active\":\"no\"}", "active");
    String dogs = "{\"key\":\"dogs\",\"label\":\"x\"}";
    assertError("category.row.double", dogs + "," + dogs, "dogs", "1, 2");
  }

  @Test
  void a_file_that_is_no_list_is_refused_as_a_whole() {
    assertKey("category.file.empty", () -> read(""));
    assertKey("category.file.json", () -> read("[{\"key\":}]"));
    assertKey("category.file.json", () -> read("[{\"key\":\"a\",\"key\":\"b\",\"label\":\"x\"}]"));
    assertKey("category.file.json", () -> read("[".repeat(100_000)));
    assertKey("category.file.list", () -> read("{\"key\":\"dogs\"}"));
    assertKey("category.file.list", () -> read("[]"));
    assertKey("category.file.many", () -> read("[" + "1,".repeat(1_000) + "1]"));
  }

  @Test
  void a_slug_that_signalen_has_twice_gets_its_main_category_in_front() {
    read(
        """
        [{"model":"signals.category","pk":1,"fields":{"parent":2,"slug":"rest","name":"Rest"}},
         {"model":"signals.category","pk":2,
          "fields":{"parent":null,"slug":"rest","name":"Overig","is_active":false}}]""");
    assertEquals("Rest", categories.find("rest-rest").orElseThrow().label());
    assertFalse(categories.find("rest").orElseThrow().active());
  }

  @Test
  void the_86_real_categories_of_signalen_import() throws IOException {
    String real = System.getenv("BUURTRONDE_REAL_DATA");
    Assumptions.assumeTrue(real != null, "BUURTRONDE_REAL_DATA is not set");
    byte[] file = Files.readAllBytes(Path.of(real, "text/signals_categories.json"));
    ImportReport report = categories.importFile(esra, file);
    assertEquals(List.of(86, 0), List.of(report.added(), report.refused()));
    assertEquals(86, categories.importFile(esra, file).same());
    Set<Integer> positions = new HashSet<>();
    categories.list().forEach(category -> positions.add(category.position()));
    assertEquals(BUILT_IN + 86, positions.size());
  }

  private ImportReport read(String json) {
    return categories.importFile(esra, bytes(json));
  }

  private void assertError(String key, String rows, Object... args) {
    List<String> errors = read("[" + rows + "]").rows().get(0).errors();
    assertTrue(errors.contains(Messages.sentence(key, args)), () -> rows + " gives " + errors);
  }

  private static void assertKey(String key, Runnable refused) {
    assertEquals(key, assertThrows(Refusal.class, refused::run).key());
    assertTrue(Messages.has(key));
  }

  private List<Change> pull(long after) {
    return database.read(h -> module.changes().since(h, noor, after, 100));
  }

  private long lastRevision() {
    return database.read(nl.buurtronde.sync.Revisions::current);
  }

  private long audited(String action) {
    return database.read(
        h ->
            h.createQuery("SELECT COUNT(*) FROM audit WHERE action = ?")
                .bind(0, action)
                .mapTo(Long.class)
                .one());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
