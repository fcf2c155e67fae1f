package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** One value of the wire at a time: strictly of its type, within its bounds, and made plain. */
public final class Checks {
  static final Pattern CATEGORY = Pattern.compile("[a-z0-9-]{1,60}");
  private static final Set<String> URGENCIES = Set.of("later", "soon", "now");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_DESCRIPTION = 500;
  private static final int LONGEST_NOTE = 1_000;
  private static final int LONGEST_OUTCOME = 60;
  private static final int DECIMALS = 4; // about ten metres: a place, not a person's front door
  private static final double MOST_METRES = 1_000_000;

  private Checks() {}

  public static Refusal malformed() {
    return new Refusal(Reason.INVALID, "observation.args");
  }

  static void only(JsonNode object, Set<String> names) {
    boolean known =
        object.isObject()
            && object.properties().stream().allMatch(each -> names.contains(each.getKey()));
    if (!known) {
      throw malformed();
    }
  }

  static String string(JsonNode node) {
    if (!node.isTextual()) {
      throw malformed();
    }
    return whole(node.textValue());
  }

  static JsonNode bool(JsonNode node) {
    if (!node.isBoolean()) {
      throw malformed();
    }
    return node;
  }

  static JsonNode id(JsonNode node) {
    return TextNode.valueOf(Id.parse(string(node)).toString());
  }

  public static JsonNode category(JsonNode node) {
    if (!CATEGORY.matcher(string(node)).matches()) {
      throw new Refusal(Reason.INVALID, "observation.category");
    }
    return node;
  }

  public static JsonNode urgency(JsonNode node) {
    if (!URGENCIES.contains(string(node))) {
      throw new Refusal(Reason.INVALID, "observation.urgency");
    }
    return node;
  }

  public static String text(String text) {
    return within(text, LONGEST_TEXT, "observation.text.long");
  }

  /** A text that says something. */
  public static String message(String text) {
    if (text == null || text.isBlank()) {
      throw new Refusal(Reason.INVALID, "observation.text.empty");
    }
    return text(text);
  }

  public static String outcome(String outcome) {
    if (outcome == null || outcome.isBlank()) {
      throw new Refusal(Reason.INVALID, "observation.outcome");
    }
    return within(outcome, LONGEST_OUTCOME, "observation.outcome");
  }

  static JsonNode visit(JsonNode visit) {
    only(visit, Set.of("outcome", "note"));
    String note = visit.has("note") ? string(visit.get("note")) : "";
    return JsonNodeFactory.instance
        .objectNode()
        .put("outcome", outcome(string(visit.path("outcome"))))
        .put("note", within(note, LONGEST_NOTE, "observation.note.long"));
  }

  public static JsonNode place(JsonNode place) {
    only(place, Set.of("complex", "lat", "lon", "accuracy", "description"));
    ObjectNode plain = JsonNodeFactory.instance.objectNode();
    if (given(place, "complex")) {
      plain.set("complex", id(place.get("complex")));
    }
    if (given(place, "lat") != given(place, "lon")) {
      throw new Refusal(Reason.INVALID, "observation.place");
    }
    if (given(place, "lat")) {
      plain.put("lat", number(place.get("lat"), -90, 90, DECIMALS));
      plain.put("lon", number(place.get("lon"), -180, 180, DECIMALS));
    }
    if (given(place, "accuracy")) {
      plain.put("accuracy", (long) number(place.get("accuracy"), 0, MOST_METRES, 0));
    }
    if (given(place, "description")) {
      String description = string(place.get("description"));
      plain.put("description", within(description, LONGEST_DESCRIPTION, "observation.place.long"));
    }
    return plain.isEmpty() ? NullNode.instance : plain;
  }

  /** The same photo twice is one photo. */
  static JsonNode photos(JsonNode node, int most) {
    if (!node.isArray()) {
      throw malformed();
    }
    Set<String> photos = new LinkedHashSet<>();
    for (JsonNode each : node) {
      if (!SHA256.matcher(string(each)).matches()) {
        throw malformed();
      }
      photos.add(each.textValue());
    }
    if (photos.size() > most) {
      throw new Refusal(Reason.INVALID, "observation.photos");
    }
    List<String> distinct = new ArrayList<>(photos);
    return Content.array(distinct);
  }

  private static boolean given(JsonNode object, String name) {
    return object.hasNonNull(name);
  }

  private static double number(JsonNode node, double least, double most, int decimals) {
    double value = node.doubleValue();
    if (!node.isNumber() || !(value >= least && value <= most)) {
      throw new Refusal(Reason.INVALID, "observation.place");
    }
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }

  private static String within(String text, int longest, String key) {
    if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
      throw new Refusal(Reason.INVALID, key);
    }
    return text;
  }

  /** Half an emoji, cut off by some keyboard, cannot be stored as UTF-8: the usual sign instead. */
  public static String whole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return replaceLone(text);
      }
    }
    return text;
  }

  private static String replaceLone(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }
}
