package nl.buurtronde.category;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** A JSON list of categories: our own, or the one Amsterdam's Signalen comes with. */
final class CategoryFile {
  static final int MOST_ROWS = 1_000;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private CategoryFile() {}

  static List<CategoryRow> read(byte[] file) {
    JsonNode list = tree(file);
    if (!list.isArray() || list.isEmpty()) {
      throw new Refusal(Reason.UNPROCESSABLE, "category.file.list");
    }
    if (list.size() > MOST_ROWS) {
      throw new Refusal(Reason.TOO_LARGE, "category.file.many", String.valueOf(MOST_ROWS));
    }
    List<CategoryRow> rows =
        list.get(0).has("model") ? SignalsCategories.rows(list) : OwnCategories.rows(list);
    refuseDoubles(rows);
    return rows;
  }

  private static JsonNode tree(byte[] file) {
    if (file.length == 0) {
      throw new Refusal(Reason.UNPROCESSABLE, "category.file.empty");
    }
    try {
      return MAPPER.readTree(file);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new Refusal(Reason.UNPROCESSABLE, "category.file.json", String.valueOf(line));
    } catch (IOException e) {
      throw new Refusal(Reason.UNPROCESSABLE, "category.file.json", "1");
    }
  }

  private static void refuseDoubles(List<CategoryRow> rows) {
    Map<String, List<CategoryRow>> byKey = new HashMap<>();
    rows.stream()
        .filter(row -> row.key() != null)
        .forEach(row -> byKey.computeIfAbsent(row.key(), k -> new ArrayList<>()).add(row));
    byKey.forEach(
        (key, same) -> {
          if (same.size() > 1) {
            String numbers =
                same.stream()
                    .map(row -> String.valueOf(row.number()))
                    .collect(Collectors.joining(", "));
            same.forEach(
                row -> row.errors().add(Messages.answer("category.row.double", key, numbers)));
          }
        });
  }
}
