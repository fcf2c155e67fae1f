package nl.buurtronde.browser;

import com.deque.html.axecore.results.Results;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.Dimension;

/** Looks at screens in every look and size for what would keep somebody out. */
final class Inspection {
  private static final boolean ALL = Boolean.getBoolean("buurtronde.long");
  private static final List<String> OTHER_LOOKS =
      ALL ? List.of("dark", "contrast") : List.of("contrast");
  private static final Dimension NARROW = new Dimension(320, 640);
  private static final String AXE = axe();
  // A look changes colours and edges, in each size alike; structure and names are the same in each.
  private static final String RUN =
      """
      const tags = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] };
      const colours = { type: 'rule', values: ['color-contrast'] };
      const runOnly = arguments[0] === 'light' ? tags : colours;
      return axe.run(document, { runOnly, resultTypes: ['violations'] }).then(results =>
        results.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.join(' '),
          node.failureSummary.replace(/\\s+/g, ' ')].join(' '))));
      """;
  private static final String WIDEST =
      """
      return [...document.body.querySelectorAll('*')]
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
        .map(one => one.tagName + '.' + one.className).slice(0, 5).join();
      """;

  private final List<Dimension> sizes;
  private final List<String> found = new ArrayList<>();
  private int checked;

  Inspection(Dimension... sizes) {
    this.sizes = List.of(sizes);
  }

  void check(Browser browser, String screen) {
    checked++;
    if (Boolean.FALSE.equals(browser.run("return typeof axe !== 'undefined'"))) {
      browser.run(AXE);
    }
    // The ordinary run takes the sizes in turn: one screen wide, the next narrow.
    for (Dimension size : ALL ? sizes : List.of(sizes.get(checked % sizes.size()))) {
      browser.setSize(size);
      look(browser, screen + ", " + size.getWidth(), "light");
    }
    OTHER_LOOKS.forEach(look -> look(browser, screen, look));
    browser.run("delete document.documentElement.dataset.theme");
    browser.setSize(NARROW);
    long wide = (long) browser.run("return document.documentElement.scrollWidth");
    if (wide > NARROW.getWidth()) {
      found.add(screen + " is " + wide + " wide, widest: " + browser.run(WIDEST));
    }
    browser.setSize(browser.size());
  }

  private void look(Browser browser, String screen, String look) {
    browser.run("document.documentElement.dataset.theme = arguments[0]", look);
    for (Object violation : (List<?>) browser.run(RUN, look)) {
      found.add(screen + ", " + look + ": " + violation);
    }
  }

  /** What was found since the last time; something must have been looked at. */
  List<String> found() {
    if (checked == 0) {
      throw new AssertionError("No screen was looked at");
    }
    List<String> all = List.copyOf(found);
    found.clear();
    return all;
  }

  private static String axe() {
    try (InputStream stream = Results.class.getResourceAsStream("/axe.min.js")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
