package nl.buurtronde.bench;

import java.util.ArrayList;
import java.util.List;

/** What was measured, printed at the end as one table. */
final class Table {
  private final List<String[]> rows = new ArrayList<>();

  void row(String what, String figure, String target) {
    rows.add(new String[] {what, figure, target});
    System.err.println(what + ": " + figure);
  }

  void ratio(String what, double ratio, String target) {
    row(what, String.format("%.2f", ratio), target);
  }

  void print() {
    System.out.printf("%n%-52s %14s  %s%n", "what", "measured", "asked");
    for (String[] row : rows) {
      System.out.printf("%-52s %14s  %s%n", row[0], row[1], row[2]);
    }
  }
}
