package nl.buurtronde.place;

import static nl.buurtronde.place.PlaceWorld.HEADER;
import static nl.buurtronde.place.PlaceWorld.LINDE;
import static nl.buurtronde.place.PlaceWorld.WILG;
import static nl.buurtronde.place.PlaceWorld.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.buurtronde.http.ImportReport;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplexImportTest {
  private static final String ACCENT =
      "C1;Café Zoë – 2e fase;Lindelaan;1-40;1234 AB;52,01;5,01;West;André";

  @TempDir Path folder;
  private PlaceWorld world;

  @BeforeEach
  void open() {
    world = new PlaceWorld(folder).withDistricts();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_file_is_stored_whole_and_audited() {
    ImportReport report = world.importComplexes(HEADER, LINDE, WILG);
    assertTrue(report.imported());
    assertEquals(2, report.added());
    Complex linde = world.complex("L1");
    assertEquals("1234 AB", linde.postcode());
    assertEquals(52.01, linde.lat());
    assertEquals(world.district("West"), linde.district());
    assertEquals(1, world.audited("complex.import"));
  }

  @Test
  void a_preview_stores_nothing() {
    ImportReport report =
        world.places.previewComplexes(world.esra, bytes(HEADER + "\n" + LINDE));
    assertEquals(1, report.added());
    assertFalse(report.imported());
    assertEquals(List.of(), world.places.complexes(world.esra));
  }

  @Test
  void one_wrong_row_keeps_everything_out() {
    ImportReport report = world.importComplexes(HEADER, LINDE, WILG.replace("1235 CD", "12 34"));
    assertFalse(report.imported());
    assertEquals(1, report.refused());
    assertEquals(List.of(), world.places.complexes(world.esra));
  }

  @Test
  void commas_semicolons_and_tabs_are_told_apart_by_the_header() {
    for (String separator : List.of(",", ";", "\t")) {
      ImportReport report =
          world.importComplexes(
              HEADER.replace(";", separator),
              LINDE.replace(",", ".").replace(";", separator));
      assertEquals(List.of(), report.rows().get(0).errors(), separator);
    }
    assertEquals("Lindelaan", world.complex("L1").street());
  }

  @Test
  void dutch_headers_in_any_order_are_understood_and_unused_ones_are_told() {
    ImportReport report =
        world.importComplexes(
            "Wijk;Naam;CODE;straat;huisnummers;Postcode;breedtegraad;lengtegraad;beheerder;bouwjaar",
            "oost;De Wilg;W1;Wilgenpad;2-60;1235cd;52.01;5.03;Bas;1978");
    assertTrue(report.imported());
    assertEquals("1235 CD", world.complex("W1").postcode());
    assertEquals(List.of(Messages.sentence("place.csv.unused", "bouwjaar")), report.notes());
  }

  @Test
  void quotes_may_hold_separators_quotes_and_new_lines_and_rows_count_as_in_a_spreadsheet() {
    ImportReport report =
        world.importComplexes(
            HEADER,
            "L1;\"De \"\"oude\"\"\r\nLinde; noord\";Lindelaan;1-40;1234 AB;;;West;",
            "",
            WILG.replace("1235 CD", "fout"));
    assertEquals("De \"oude\" Linde; noord", report.rows().get(0).name());
    assertEquals(List.of(2, 4), report.rows().stream().map(ImportReport.Row::row).toList());
  }

  @Test
  void every_usual_encoding_gives_the_same_names() {
    String file = HEADER + "\r\n" + ACCENT;
    List<byte[]> files =
        List.of(
            file.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + file).getBytes(StandardCharsets.UTF_16LE),
            ("\uFEFF" + file).getBytes(StandardCharsets.UTF_16BE),
            file.getBytes(Charset.forName("windows-1252")));
    for (byte[] bytes : files) {
      ImportReport report = world.places.importComplexes(world.esra, bytes);
      assertTrue(report.imported());
      assertEquals("Café Zoë – 2e fase", world.complex("C1").name());
      assertEquals("André", world.complex("C1").caretaker());
      boolean guessed = bytes == files.get(4);
      assertEquals(
          guessed ? List.of(Messages.sentence("place.file.windows")) : List.of(), report.notes());
    }
  }

  @Test
  void missing_columns_are_named_in_one_error() {
    assertRefused(
        "place.csv.columns", bytes("code;name;street;numbers;postcode;lat;lon\nL1;x;x;x;x;1;1"));
    assertRefused("place.csv.columns", bytes("zomaar een zin"));
    assertRefused("place.csv.columns.double", bytes(HEADER + ";naam\n" + LINDE + ";x"));
    Refusal refusal =
        assertThrows(
            Refusal.class,
            () -> world.importComplexes("code;name;street;numbers;postcode;lat;lon", LINDE));
    assertEquals(List.of("district, caretaker"), List.of(refusal.args()));
  }

  @Test
  void a_file_that_is_no_csv_is_refused_with_its_own_sentence() {
    assertRefused("place.file.empty", new byte[0]);
    assertRefused("place.file.spreadsheet", new byte[] {'P', 'K', 3, 4, 20, 0});
    assertRefused("place.complexes.kind", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0});
    assertRefused("place.complexes.kind", new byte[] {'a', (byte) 0xE9, 1, 2});
    assertRefused("place.csv.none", bytes(HEADER + "\r\n\r\n"));
    assertRefused("place.csv.quotes", bytes(HEADER + "\n" + LINDE + "\nL2;\"open;x;x;x;;;West;"));
    assertRefused("place.csv.quotes", bytes(HEADER + "\nL2;\"dicht\"en meer;x;x;;;;West;"));
  }

  @Test
  void each_kind_of_wrong_value_has_its_own_sentence() {
    assertError("place.row.empty", ";De Linde;L;1;1234 AB;;;West;", "code");
    assertError("place.row.empty", "L1; ;L;1;1234 AB;;;West;", "name");
    assertError("place.row.empty", "L1;De Linde;L;1;1234 AB;;;;", "district");
    assertError("place.row.postcode", "L1;De Linde;L;1;0234 AB;;;West;", "0234 AB");
    assertError("place.row.lat", "L1;De Linde;L;1;;520100;5,01;West;", "520100", "90");
    assertError("place.row.lon", "L1;De Linde;L;1;;52,01;vijf;West;", "vijf", "180");
    assertError("place.row.swapped", "L1;De Linde;L;1;;5,01;52,01;West;");
    assertError("place.row.point", "L1;De Linde;L;1;;52,01;;West;");
    assertError("place.row.district", "L1;De Linde;L;1;;;;Zuid;", "Zuid", "Oost, West");
    assertError("place.row.long", "L1;" + "x".repeat(121) + ";L;1;;;;West;", "name", "120");
    assertError("place.row.fields", LINDE + ";nog;meer");
  }

  @Test
  void a_code_that_occurs_twice_is_refused_in_both_rows() {
    ImportReport report = world.importComplexes(HEADER, LINDE, WILG, LINDE);
    String sentence = Messages.sentence("place.row.code.double", "L1", "2, 4");
    assertEquals(2, report.refused());
    assertEquals(List.of(sentence), report.rows().get(0).errors());
    assertEquals(List.of(sentence), report.rows().get(2).errors());
    assertEquals("new", report.rows().get(1).action());
  }

  @Test
  void without_any_district_the_row_says_to_import_those_first(@TempDir Path empty) {
    try (PlaceWorld bare = new PlaceWorld(empty)) {
      assertEquals(
          List.of(Messages.sentence("place.row.districts.none")),
          bare.importComplexes(HEADER, LINDE).rows().get(0).errors());
    }
  }

  @Test
  void a_later_file_changes_by_code_and_leaves_the_others_alone() {
    world.importComplexes(HEADER, LINDE, WILG);
    var id = world.complex("L1").id();
    long wilg = world.complex("W1").revision();
    ImportReport report =
        world.importComplexes(HEADER, LINDE.replace("1-40", "1-44"), WILG);
    assertEquals(List.of(0, 1, 1), List.of(report.added(), report.changed(), report.same()));
    assertEquals("1-44", world.complex("L1").numbers());
    assertEquals(id, world.complex("L1").id());
    assertEquals(wilg, world.complex("W1").revision());
    world.importComplexes(HEADER, LINDE);
    assertEquals(2, world.places.complexes(world.esra).size());
  }

  @Test
  void twenty_thousand_rows_import_and_one_more_is_too_many() {
    String rows =
        IntStream.rangeClosed(1, ComplexFile.MOST_ROWS)
            .mapToObj(i -> LINDE.replace("L1", "L" + i))
            .collect(Collectors.joining("\n"));
    assertEquals(ComplexFile.MOST_ROWS, world.importComplexes(HEADER, rows).added());
    assertRefused("place.csv.rows", bytes(HEADER + "\n" + rows + "\n" + LINDE));
  }

  private void assertError(String key, String line, Object... args) {
    ImportReport report = world.importComplexes(HEADER, line);
    assertFalse(report.imported());
    assertEquals(List.of(Messages.sentence(key, args)), report.rows().get(0).errors(), line);
  }

  private void assertRefused(String key, byte[] file) {
    Refusal refusal =
        assertThrows(Refusal.class, () -> world.places.importComplexes(world.esra, file));
    assertEquals(key, refusal.key());
    assertTrue(Messages.has(key));
  }
}
