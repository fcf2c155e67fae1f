package nl.buurtronde.guide;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How neighbours live together (huisregel).
 *
 * @param district null when it holds in all, or for one complex only
 * @param complex null when it holds for more than one
 * @param pictogram the name of a drawing; phones show a plain one for a name they do not know
 */
public record HouseRule(
    UUID district, UUID complex, int position, String pictogram, String title, String text)
    implements Entry {
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,60}");

  public HouseRule {
    // The complex says where: it may move to another district, and the rule goes with it.
    district = complex == null ? district : null;
    position = Words.position(position);
    Words.require(
        pictogram != null && SLUG.matcher(pictogram).matches(), "guide.rule.pictogram");
    title = Words.line(title, Words.LONGEST_TITLE, "guide.rule.title");
    text = Words.text(text, Words.LONGEST_TEXT, "guide.text");
  }
}
