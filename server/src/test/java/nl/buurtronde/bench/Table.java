package nl.buurtronde.bench;

import java.util.ArrayList;
import java.util.List;

/** What was measured: each row as soon as it is known, and all of them together at the end. */
final class Table {
  private final List<String> rows = new ArrayList<>();
  private boolean failed;

  /** One measurement, which may give several rows. */
  @FunctionalInterface
  interface Measurement {
    void run() throws Exception;
  }

  /** Goes on with the next when this one fails: the row says so, and so does {@link #failed}. */
  void measure(String what, Measurement measurement) {
    try {
      measurement.run();
    } catch (Exception | AssertionError e) {
      failed = true;
      row(what, "FAILED", String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      e.printStackTrace();
    }
  }

  void row(String what, String figure, String target) {
    String row = String.format("%-56s %14s  %s", what, figure, target);
    rows.add(row);
    System.out.println(row);
  }

  void ratio(String what, double ratio, String target) {
    row(what, String.format("%.2f", ratio), target);
  }

  boolean failed() {
    return failed;
  }

  void print() {
    System.out.printf("%n%-56s %14s  %s%n", "what", "measured", "asked");
    rows.forEach(System.out::println);
  }
}
