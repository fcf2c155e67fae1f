package nl.buurtronde.poster;

import com.lowagie.text.Element;
import java.awt.Color;

/**
 * Words and how they look.
 *
 * @param size in points, where there is room for it
 */
record Words(
    String text, float size, boolean bold, Color color, int alignment, boolean rightToLeft) {
  static Words plain(String text, float size) {
    return new Words(text, size, false, Paper.INK, Element.ALIGN_LEFT, false);
  }

  static Words bold(String text, float size) {
    return plain(text, size).strong();
  }

  Words in(Color other) {
    return new Words(text, size, bold, other, alignment, rightToLeft);
  }

  Words centred() {
    return new Words(text, size, bold, color, Element.ALIGN_CENTER, rightToLeft);
  }

  /** Against the side where a line of ours ends. */
  Words atTheEnd() {
    return rightToLeft
        ? this
        : new Words(text, size, bold, color, Element.ALIGN_RIGHT, false);
  }

  Words fromTheRight() {
    return new Words(text, size, bold, color, alignment, true);
  }

  private Words strong() {
    return new Words(text, size, true, color, alignment, rightToLeft);
  }
}
