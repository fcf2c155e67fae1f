package nl.buurtronde.http;

import java.util.ArrayList;
import java.util.List;

/** What a file would do to the records there are: the rows to show, and the records to store. */
public final class ImportPlan<T> {
  private final List<ImportReport.Row> rows = new ArrayList<>();
  private final List<T> store = new ArrayList<>();

  public void refuse(int row, String name, List<String> errors) {
    rows.add(new ImportReport.Row(row, name, "refused", List.copyOf(errors)));
  }

  public void keep(int row, String name) {
    rows.add(new ImportReport.Row(row, name, "same", List.of()));
  }

  public void add(int row, String name, T value) {
    rows.add(new ImportReport.Row(row, name, "new", List.of()));
    store.add(value);
  }

  public void change(int row, String name, T value) {
    rows.add(new ImportReport.Row(row, name, "changed", List.of()));
    store.add(value);
  }

  public List<T> store() {
    return store;
  }

  public ImportReport report(String kind, List<String> notes) {
    return new ImportReport(
        kind,
        List.copyOf(rows),
        count("new"),
        count("changed"),
        count("same"),
        count("refused"),
        false,
        List.copyOf(notes));
  }

  private int count(String action) {
    return (int) rows.stream().filter(row -> row.action().equals(action)).count();
  }
}
