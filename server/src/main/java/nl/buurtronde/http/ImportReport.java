package nl.buurtronde.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a file would do, or has done, row by row; the answer of every preview and import.
 *
 * @param notes what was assumed in reading the file, in plain Dutch
 */
public record ImportReport(
    String kind,
    List<Row> rows,
    @JsonProperty("new") int added,
    int changed,
    int same,
    int refused,
    boolean imported,
    List<String> notes) {

  /** @param row the number a spreadsheet or the file itself gives it, from 1 */
  public record Row(int row, String name, String action, List<String> errors) {}

  public ImportReport asImported() {
    return new ImportReport(kind, rows, added, changed, same, refused, true, notes);
  }

  /** For the audit log: how much, never what. */
  public String counts() {
    return "new=" + added + " changed=" + changed + " same=" + same;
  }
}
