package nl.buurtronde.category;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtronde.http.ImportPlan;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Refusal;

/** Lays a file beside the categories there are; what is not in it stays as it was. */
final class CategoryImport {
  private static final String PLAIN_ICON = "other";

  private CategoryImport() {}

  static ImportPlan<Category> plan(List<Category> known, List<CategoryRow> rows) {
    Map<String, Category> byKey = new HashMap<>();
    known.forEach(category -> byKey.put(category.key(), category));
    int last = known.stream().mapToInt(Category::position).max().orElse(0);
    ImportPlan<Category> plan = new ImportPlan<>();
    for (CategoryRow row : rows) {
      Category before = byKey.get(row.key());
      last += before == null ? 1 : 0;
      place(plan, row, before, last);
    }
    return plan;
  }

  private static void place(ImportPlan<Category> plan, CategoryRow row, Category before, int last) {
    List<String> errors = new ArrayList<>(row.errors());
    Category after = null;
    if (errors.isEmpty()) {
      try {
        after = category(row, before, last);
      } catch (Refusal e) {
        errors.add(Messages.answer(e.key(), e.args()));
      }
    }
    if (after == null) {
      plan.refuse(row.number(), name(row), errors);
    } else if (before == null) {
      plan.add(row.number(), after.label(), after);
    } else if (after.equals(before)) {
      plan.keep(row.number(), after.label());
    } else {
      plan.change(row.number(), after.label(), after);
    }
  }

  private static Category category(CategoryRow row, Category before, int last) {
    return new Category(
        row.key(),
        row.label(),
        first(row.icon(), before == null ? PLAIN_ICON : before.icon()),
        first(row.position(), before == null ? last : before.position()),
        first(row.active(), before == null || before.active()),
        before == null ? 0 : before.revision());
  }

  private static String name(CategoryRow row) {
    return row.label() != null ? row.label() : row.key() != null ? row.key() : "";
  }

  private static <T> T first(T given, T otherwise) {
    return given == null ? otherwise : given;
  }
}
