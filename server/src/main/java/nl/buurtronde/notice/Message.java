package nl.buurtronde.notice;

import java.util.UUID;
import nl.buurtronde.http.Messages;

/**
 * What one person is to be told, on every way they can be reached. What is too long is cut: a push
 * service takes 4 KB, and a shorter alarm is better than none.
 *
 * @param subject what it is about (an alarm, a round); with the step and the contact at most once
 * @param step the ladder's step, rising through its repeats
 * @param about the id of what its page shows, or null; of a code the code
 * @param practice everything then begins with OEFENING
 */
public record Message(
    UUID subject,
    int step,
    UUID account,
    Topic topic,
    String about,
    String title,
    String text,
    boolean practice) {
  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST_TEXT = 800;

  public Message {
    title = cut(mark(title.replaceAll("\\p{Cntrl}", " "), practice), LONGEST_TITLE);
    text = cut(mark(text.replaceAll("[\\p{Cntrl}&&[^\n]]", " "), practice), LONGEST_TEXT);
  }

  /** The page it opens, as {@code /alarms/…}, or null. */
  String path() {
    return topic.path(about);
  }

  private static String mark(String text, boolean practice) {
    String word = Messages.sentence("notice.practice");
    String line = text.strip();
    return practice && !line.startsWith(word) ? word + ": " + line : line;
  }

  private static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
  }
}
