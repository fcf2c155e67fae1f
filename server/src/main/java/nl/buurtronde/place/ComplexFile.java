package nl.buurtronde.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** A CSV of complexes: its columns found by name, its rows with what is wrong in each. */
record ComplexFile(List<ComplexRow> rows, List<String> notes) {
  static final int MOST_ROWS = 20_000;

  static ComplexFile read(byte[] file) {
    TextFile text = TextFile.read(file);
    CsvTable table = CsvTable.read(text.text(), MOST_ROWS);
    Map<ComplexColumn, Integer> columns = columns(table.header());
    if (table.rows().isEmpty()) {
      throw new Refusal(Reason.UNPROCESSABLE, "place.csv.none");
    }
    List<ComplexRow> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.add(row(row, columns, table.header().size())));
    refuseDoubles(rows);
    return new ComplexFile(rows, notes(text, table.header()));
  }

  private static Map<ComplexColumn, Integer> columns(List<String> header) {
    Map<ComplexColumn, Integer> columns = new EnumMap<>(ComplexColumn.class);
    for (int i = 0; i < header.size(); i++) {
      Optional<ComplexColumn> column = ComplexColumn.of(header.get(i));
      if (column.isPresent() && columns.put(column.get(), i) != null) {
        throw new Refusal(
            Reason.UNPROCESSABLE, "place.csv.columns.double", column.get().wire());
      }
    }
    String missing =
        Arrays.stream(ComplexColumn.values())
            .filter(column -> !columns.containsKey(column))
            .map(ComplexColumn::wire)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new Refusal(Reason.UNPROCESSABLE, "place.csv.columns", missing);
    }
    return columns;
  }

  private static ComplexRow row(
      CsvTable.Row row, Map<ComplexColumn, Integer> columns, int headers) {
    Map<ComplexColumn, String> values = new EnumMap<>(ComplexColumn.class);
    columns.forEach(
        (column, i) ->
            values.put(column, i < row.fields().size() ? Names.oneLine(row.fields().get(i)) : ""));
    ComplexRow read = ComplexRow.read(row.number(), values);
    boolean more = row.fields().stream().skip(headers).anyMatch(field -> !field.isBlank());
    if (more) {
      read.errors().add(Messages.answer("place.row.fields"));
    }
    return read;
  }

  private static void refuseDoubles(List<ComplexRow> rows) {
    Map<String, List<ComplexRow>> byCode =
        rows.stream()
            .filter(row -> !row.code().isEmpty())
            .collect(Collectors.groupingBy(ComplexRow::code, HashMap::new, Collectors.toList()));
    for (List<ComplexRow> same : byCode.values()) {
      if (same.size() > 1) {
        String list = Rows.list(same, ComplexRow::number);
        same.forEach(
            row -> row.errors().add(Messages.answer("place.row.code.double", row.code(), list)));
      }
    }
  }

  private static List<String> notes(TextFile text, List<String> header) {
    List<String> notes = new ArrayList<>(text.notes());
    String unused =
        header.stream()
            .map(String::strip)
            .filter(name -> !name.isEmpty() && ComplexColumn.of(name).isEmpty())
            .collect(Collectors.joining(", "));
    if (!unused.isEmpty()) {
      notes.add(Messages.answer("place.csv.unused", unused));
    }
    return notes;
  }
}
