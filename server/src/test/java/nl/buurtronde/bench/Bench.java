package nl.buurtronde.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Runs the measurements named, or all, and prints one table. */
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    List<String> wanted = arguments.length == 0 ? List.of("server", "phone", "page") : List.of(arguments);
    // In target, not in a temporary folder that may lie in memory: the disk is part of what is measured.
    Path folder = Files.createTempDirectory(Path.of("target"), "bench").toAbsolutePath();
    Table table = new Table();
    if (wanted.contains("server")) {
      ServerBench server = new ServerBench(folder, table);
      table.measure("Server: push", server::push);
      table.measure("Server: pull", server::pull);
    }
    if (wanted.contains("phone")) {
      table.measure("Phone", new PhoneBench(folder, table)::run);
    }
    if (wanted.contains("page")) {
      table.measure("Page", new PageBench(folder, table)::run);
    }
    table.print();
    System.exit(table.failed() ? 1 : 0);
  }
}
