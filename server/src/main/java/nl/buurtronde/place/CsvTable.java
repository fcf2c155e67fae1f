package nl.buurtronde.place;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** Comma, semicolon or tab separated text (RFC 4180) as rows with the numbers of a spreadsheet. */
record CsvTable(List<String> header, List<Row> rows) {
  private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

  record Row(int number, List<String> fields) {}

  /** The separator is the one by which the header has the most columns we know. */
  static CsvTable read(String text, int mostRows) {
    char separator =
        SEPARATORS.stream().max(Comparator.comparingLong(s -> knownColumns(text, s))).orElseThrow();
    List<Row> rows = rows(text, separator, mostRows + 1);
    if (rows.size() > mostRows + 1) {
      throw new Refusal(Reason.TOO_LARGE, "place.csv.rows", String.valueOf(mostRows));
    }
    return new CsvTable(rows.get(0).fields, rows.subList(1, rows.size()));
  }

  private static long knownColumns(String text, char separator) {
    try (Stream<CsvRecord> records = reader(text, separator).stream()) {
      return records
          .filter(record -> !isBlank(record))
          .findFirst()
          .map(record -> record.getFields().stream())
          .orElseGet(Stream::empty)
          .filter(name -> ComplexColumn.of(name).isPresent())
          .count();
    } catch (CsvParseException e) {
      return 0;
    }
  }

  private static List<Row> rows(String text, char separator, int most) {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    try (CsvReader<CsvRecord> reader = reader(text, separator)) {
      for (CsvRecord record : reader) {
        number++;
        if (!isBlank(record)) {
          rows.add(new Row(number, record.getFields()));
        }
        if (rows.size() > most) {
          break;
        }
      }
    } catch (CsvParseException e) {
      throw new Refusal(Reason.UNPROCESSABLE, "place.csv.quotes", String.valueOf(number + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static CsvReader<CsvRecord> reader(String text, char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(text);
  }

  private static boolean isBlank(CsvRecord record) {
    return record.getFields().stream().allMatch(String::isBlank);
  }
}
