package nl.buurtronde.place;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Row numbers as a sentence names them. */
final class Rows {
  private static final int MOST = 10;

  private Rows() {}

  static <T> String list(List<T> items, ToIntFunction<T> row) {
    String first =
        items.stream()
            .limit(MOST)
            .map(item -> String.valueOf(row.applyAsInt(item)))
            .collect(Collectors.joining(", "));
    return items.size() > MOST ? first + ", …" : first;
  }
}
