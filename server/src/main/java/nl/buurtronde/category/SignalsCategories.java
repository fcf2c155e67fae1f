package nl.buurtronde.category;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtronde.http.Messages;

/** The Django fixture of Signalen: {@code [{"model":"signals.category","fields":{…}}]}. */
final class SignalsCategories {
  private SignalsCategories() {}

  static List<CategoryRow> rows(JsonNode list) {
    Map<String, String> mainSlugs = new HashMap<>();
    for (JsonNode item : list) {
      if (item.path("fields").path("parent").isNull()) {
        mainSlugs.put(item.path("pk").asText(), item.path("fields").path("slug").asText());
      }
    }
    List<CategoryRow> rows = new ArrayList<>();
    Set<String> taken = new HashSet<>(mainSlugs.values());
    list.forEach(item -> rows.add(row(rows.size() + 1, item, mainSlugs, taken)));
    return rows;
  }

  private static CategoryRow row(
      int number, JsonNode item, Map<String, String> mainSlugs, Set<String> taken) {
    List<String> errors = new ArrayList<>();
    JsonNode fields = item.path("fields");
    boolean category =
        item.path("model").asText().equals("signals.category")
            && fields.path("slug").isTextual()
            && fields.path("name").isTextual();
    if (!category) {
      errors.add(Messages.answer("category.row.kind"));
    }
    return new CategoryRow(
        number,
        category ? key(fields, mainSlugs, taken) : null,
        fields.path("name").textValue(),
        null,
        null,
        fields.path("is_active").asBoolean(true),
        errors);
  }

  // There a slug is unique within its main category only: "overig" occurs in "overig".
  private static String key(JsonNode fields, Map<String, String> mainSlugs, Set<String> taken) {
    String slug = fields.path("slug").textValue();
    String main = mainSlugs.get(fields.path("parent").asText());
    if (main == null || taken.add(slug)) {
      return slug;
    }
    return main + "-" + slug;
  }
}
