package nl.buurtronde.observation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.buurtronde.database.Columns;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** What the desk asks for: filters from a fixed set, and how far it has come. */
public final class Listing {
  private static final int LONGEST_SEARCH = 200;
  private static final int MOST = 200;
  private static final int USUAL = 50;
  private static final int TIME = 24;
  // What would be a search for a person, or the history of an address: not for volunteers.
  private static final Set<String> FOR_STAFF = Set.of("q", "complex");
  private static final Map<String, UnaryOperator<String>> FILTERS =
      Map.of(
          "district", Listing::id,
          "complex", Listing::id,
          "category", Listing::category,
          "state", Listing::state,
          "urgency", text -> oneOf(text, Set.of("later", "soon", "now")),
          "awaits", text -> oneOf(text, Set.of("office", "volunteer", "tenant", "nobody")));
  public static final Set<String> NAMES =
      Set.of(
          "district", "complex", "category", "state", "urgency", "awaits", "q", "cursor", "limit");
  private static final Map<String, String> CONDITIONS =
      Map.of(
          "district", "district_id = :district",
          "complex", "complex_id = :complex",
          "category", "category = :category",
          "state", "state = :state",
          "urgency", "urgency = :urgency",
          "awaits", "awaits = :awaits");
  private static final String OPEN = "state NOT IN ('closed', 'withdrawn')";
  private static final String SEARCH =
      """
      (text LIKE :q ESCAPE '~' OR other_texts LIKE :q ESCAPE '~' OR category LIKE :q ESCAPE '~'
       OR category IN (SELECT key FROM category WHERE label LIKE :q ESCAPE '~')
       OR complex_id IN (SELECT id FROM complex
                          WHERE name LIKE :q ESCAPE '~' OR code LIKE :q ESCAPE '~'))""";

  private final Map<String, String> given;
  private final int limit;

  private Listing(Map<String, String> given, int limit) {
    this.given = given;
    this.limit = limit;
  }

  /** Reads a query string; what is unknown, doubled or of another shape is refused. */
  public static Listing read(Map<String, List<String>> query) {
    Map<String, String> given = new HashMap<>();
    query.forEach(
        (name, values) -> {
          if (values.size() != 1 || !NAMES.contains(name)) {
            throw refused();
          }
          String value = values.get(0);
          if (!value.isEmpty()) {
            given.put(name, check(name, value));
          }
        });
    String limit = given.remove("limit");
    return new Listing(given, limit == null ? USUAL : Integer.parseInt(limit));
  }

  public int limit() {
    return limit;
  }

  /** The same, where a report waits for whom an observation would wait for a volunteer. */
  public Listing ofTenants() {
    Map<String, String> asked = new HashMap<>(given);
    asked.replace("awaits", "volunteer", "tenant");
    return new Listing(asked, limit);
  }

  /** One page, from where the last one ended. */
  Selection select(Actor actor) {
    Selection selection = selectAll(actor);
    turn(selection);
    return selection;
  }

  Selection selectAll(Actor actor) {
    if (!actor.role().isStaff() && given.keySet().stream().anyMatch(FOR_STAFF::contains)) {
      throw new Refusal(Reason.FORBIDDEN, "observation.search");
    }
    Selection selection = Selection.seenBy(actor);
    narrow(selection, SEARCH);
    return selection;
  }

  /** Adds the filters. */
  public void narrow(Where where, String search) {
    given.forEach(
        (name, value) -> {
          switch (name) {
            case "q" -> where.and(search, Map.of("q", pattern(value)));
            case "cursor" -> {}
            default -> filter(where, name, value);
          }
        });
  }

  /** Begins where the last page ended. */
  public void turn(Where where) {
    String cursor = given.get("cursor");
    if (cursor != null) {
      where.and(
          "(received_at, id) < (:beforeAt, :beforeId)",
          Map.of("beforeAt", cursor.substring(0, TIME), "beforeId", cursor.substring(TIME)));
    }
  }

  /** Where the next page begins. */
  public static String cursor(Instant receivedAt, UUID id) {
    String text = Columns.text(receivedAt) + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String pattern(String value) {
    return "%" + value.replaceAll("[~%_]", "~$0") + "%";
  }

  private static void filter(Where where, String name, String value) {
    if (name.equals("state") && value.equals("open")) {
      where.and(OPEN);
    } else {
      where.and(CONDITIONS.get(name), Map.of(name, value));
    }
  }

  private static String check(String name, String value) {
    return switch (name) {
      case "q" -> within(value);
      case "cursor" -> readCursor(value);
      case "limit" -> limit(value);
      default -> FILTERS.get(name).apply(value);
    };
  }

  private static String within(String value) {
    if (value.length() > LONGEST_SEARCH) {
      throw new Refusal(Reason.INVALID, "observation.search.long");
    }
    return value;
  }

  private static String limit(String value) {
    if (!value.matches("[1-9][0-9]{0,2}") || Integer.parseInt(value) > MOST) {
      throw refused();
    }
    return value;
  }

  private static String readCursor(String value) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII);
      Instant at = Instant.parse(text.substring(0, TIME));
      String read = Columns.text(at) + Id.parse(text.substring(TIME));
      if (read.equals(text)) {
        return read;
      }
    } catch (IllegalArgumentException
        | IndexOutOfBoundsException
        | DateTimeParseException
        | Refusal e) {
      // Falls through: how it was spoilt helps nobody.
    }
    throw new Refusal(Reason.INVALID, "observation.cursor");
  }

  private static String id(String value) {
    return Id.parse(value).toString();
  }

  private static String category(String value) {
    if (!Checks.CATEGORY.matcher(value).matches()) {
      throw refused();
    }
    return value;
  }

  private static String state(String value) {
    return oneOf(
        value,
        Set.of("open", "new", "acknowledged", "asked", "answered", "closed", "withdrawn"));
  }

  private static String oneOf(String value, Set<String> allowed) {
    if (!allowed.contains(value)) {
      throw refused();
    }
    return value;
  }

  private static Refusal refused() {
    return new Refusal(Reason.INVALID, "observation.filter");
  }
}
