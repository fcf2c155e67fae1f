package nl.buurtronde.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Somebody who has keys and nothing else. Wherever they come, focus must be seen. */
final class Keyboard {
  /** Its middle lies on top, and a ring of two pixels or more goes round it. */
  private static final String SEEN =
      """
      const at = document.activeElement;
      const box = at.getBoundingClientRect();
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const style = getComputedStyle(at);
      return (at.contains(top) || (top !== null && top.contains(at)))
        && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      """;
  private static final String CARRIES =
      """
      const [kind, words] = arguments;
      const at = document.activeElement;
      return at.matches(kind) && (words === '' || at.getAttribute('aria-label') === words
        || [at, ...at.querySelectorAll('*')].some(one => one.textContent.trim() === words));
      """;

  private final Browser browser;

  Keyboard(Browser browser) {
    this.browser = browser;
  }

  void type(CharSequence... keys) {
    new Actions(browser.driver()).sendKeys(keys).perform();
  }

  /** Goes to what carries these words by the Tab key alone, and presses Enter. */
  void press(String words) {
    tabTo("button, a, summary", words);
    type(Keys.ENTER);
  }

  /** Goes by the Tab key to the first element of this kind that carries these words. */
  void tabTo(String kind, String words) {
    for (int i = 0; i < 150; i++) {
      type(Keys.TAB);
      // In one go: news may draw the list anew between asking what has the focus and looking at it.
      if ((boolean) browser.run(CARRIES, kind, words)) {
        assertEquals(true, browser.run(SEEN), words + " is covered, or its focus not seen");
        return;
      }
    }
    throw new AssertionError(words + " cannot be reached by Tab" + browser.screen());
  }

  /** Waits until the focus is on something that carries these words. */
  void isOn(String words) {
    browser.until("return document.activeElement.textContent.includes(arguments[0])", words);
  }

  /** Waits until the focus is in a field of this kind. */
  void isIn(String kind) {
    browser.until("return document.activeElement.matches(arguments[0])", kind);
  }

  void isInDialog() {
    browser.wait(By.cssSelector("dialog[open]"));
    browser.until("return document.activeElement.closest('dialog') !== null");
  }
}
