package nl.buurtronde.category;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.buurtronde.http.Messages;

/** Our own format: {@code [{"key","label","icon"?,"position"?,"active"?}]}. */
final class OwnCategories {
  private static final Set<String> FIELDS = Set.of("key", "label", "icon", "position", "active");

  private OwnCategories() {}

  static List<CategoryRow> rows(JsonNode list) {
    List<CategoryRow> rows = new ArrayList<>();
    list.forEach(item -> rows.add(row(rows.size() + 1, item)));
    return rows;
  }

  private static CategoryRow row(int number, JsonNode item) {
    List<String> errors = new ArrayList<>();
    if (!item.isObject() || !item.hasNonNull("key") || !item.hasNonNull("label")) {
      errors.add(Messages.answer("category.row.kind"));
    }
    item.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                errors.add(Messages.answer("category.row.field", name));
              }
            });
    JsonNode position = item.path("position");
    JsonNode active = item.path("active");
    boolean whole = position.canConvertToExactIntegral() && position.canConvertToInt();
    check(position.isMissingNode() || whole, "position", "category.row.number", errors);
    check(active.isMissingNode() || active.isBoolean(), "active", "category.row.boolean", errors);
    return new CategoryRow(
        number,
        text(item, "key", errors),
        text(item, "label", errors),
        text(item, "icon", errors),
        position.isNumber() ? (Integer) position.intValue() : null,
        active.isBoolean() ? (Boolean) active.booleanValue() : null,
        errors);
  }

  private static String text(JsonNode item, String field, List<String> errors) {
    JsonNode value = item.path(field);
    check(value.isMissingNode() || value.isTextual(), field, "category.row.text", errors);
    return value.textValue();
  }

  private static void check(boolean holds, String field, String sentence, List<String> errors) {
    if (!holds) {
      errors.add(Messages.answer(sentence, field));
    }
  }
}
