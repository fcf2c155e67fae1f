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
      return axe.run(document, { runOnly, resultTypes: ['violations'], preload: false }).then(results =>
        results.violations.flatMap(rule => rule.nodes.map(node => [rule.id, node.target.join(' '),
          node.failureSummary.replace(/\\s+/g, ' ')].join(' '))));
      """;
  private static final String WIDEST =
      """
      return [...document.body.querySelectorAll('*')]
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
        .map(one => one.tagName + '.' + one.className).slice(0, 5).join();
      """;

  // A link within a sentence is as high as its line; whoever taps a label taps what is in it.
  private static final String SMALL =
      """
      return [...document.querySelectorAll('a, button, input, select, textarea, summary')]
        .filter(one => one.checkVisibility() && !one.matches('.skip, p a'))
        .map(one => [one, (one.closest('label') ?? one).getBoundingClientRect()])
        .filter(([one, box]) => Math.min(box.width, box.height) < 43.5)
        .map(([one, box]) => `${one.outerHTML.slice(0, 80)} is ${box.width} by ${box.height}`);
      """;
  // WCAG 1.4.12, 1.4.4, and words of another language; through the DOM, for no style may be written.
  private static final String STRETCH =
      """
      const all = [...document.body.querySelectorAll('*')];
      if (arguments[0] === 'spacing') for (const one of all) {
        Object.assign(one.style, { letterSpacing: '.12em', wordSpacing: '.16em', lineHeight: '1.5' });
      }
      if (arguments[0] === 'twice as large') document.documentElement.style.fontSize = '200%';
      if (arguments[0] === 'longer words') {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const { data } = texts.currentNode;
          texts.currentNode.data = data + data.slice(0, Math.ceil(data.trim().length * .4));
        }
      }
      const cut = one => getComputedStyle(one).overflowX !== 'visible' && one.clientWidth > 1
        && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
      const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
      return wide.concat(all
        .filter(one => one.checkVisibility() && !one.matches('.unseen, .clip, textarea, dialog, svg'))
        .filter(cut).map(one => one.outerHTML.slice(0, 80)));
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
    // The ordinary run takes the sizes in turn, and every second screen in high contrast.
    for (Dimension size : ALL ? sizes : List.of(sizes.get(checked % sizes.size()))) {
      browser.setSize(size);
      look(browser, screen + ", " + size.getWidth(), "light");
    }
    if (ALL || checked % 2 == 0) {
      OTHER_LOOKS.forEach(look -> look(browser, screen, look));
    }
    browser.run("delete document.documentElement.dataset.theme");
    browser.setSize(NARROW);
    long wide = (long) browser.run("return document.documentElement.scrollWidth");
    if (wide > NARROW.getWidth()) {
      found.add(screen + " is " + wide + " wide, widest: " + browser.run(WIDEST));
    }
    browser.setSize(browser.size());
  }

  /** What a thumb cannot hit. */
  void checkTargets(Browser browser, String screen) {
    for (Object small : (List<?>) browser.run(SMALL)) {
      found.add(screen + ": " + small);
    }
  }

  /** With more room between the letters, then larger, then in longer words; the screen is spoilt. */
  void stretch(Browser browser, String screen) {
    for (String how : List.of("spacing", "twice as large", "longer words")) {
      for (Object cut : (List<?>) browser.run(STRETCH, how)) {
        found.add(screen + ", " + how + ", is cut: " + cut);
      }
    }
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
