package nl.buurtronde.category;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.regex.Pattern;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/**
 * One kind of thing to see (soort).
 *
 * @param icon the name of a drawing; phones show a plain one for a name they do not know
 * @param active false once it is no longer offered for new observations
 */
public record Category(
    String key,
    String label,
    String icon,
    int position,
    boolean active,
    @JsonIgnore long revision) {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,60}");
  private static final int LONGEST_LABEL = 80;
  private static final int LAST_POSITION = 9_999;

  public Category {
    label = label.replaceAll("[\\r\\n\\t]+", " ").strip();
    require(SLUG.matcher(key).matches(), "category.key", key);
    require(!label.isEmpty() && label.length() <= LONGEST_LABEL, "category.label");
    require(SLUG.matcher(icon).matches(), "category.icon", icon);
    require(position >= 0 && position <= LAST_POSITION, "category.position");
  }

  Category at(long newRevision) {
    return new Category(key, label, icon, position, active, newRevision);
  }

  private static void require(boolean holds, String refusal, Object... args) {
    if (!holds) {
      throw new Refusal(Reason.INVALID, refusal, args);
    }
  }
}
