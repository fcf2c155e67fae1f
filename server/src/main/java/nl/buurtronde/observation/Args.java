package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** What a phone filled in, checked field by field before the database is touched. */
final class Args {
  private static final Map<Field, JsonNode> DEFAULTS =
      Map.of(
          Field.TEXT, TextNode.valueOf(""),
          Field.URGENCY, TextNode.valueOf("later"),
          Field.PLACE, NullNode.instance,
          Field.VISIT, NullNode.instance,
          Field.WANTS_HELP, BooleanNode.FALSE,
          Field.PHOTOS, JsonNodeFactory.instance.arrayNode(),
          Field.ROUND, NullNode.instance);
  private static final int MOST_PHOTOS = 6;
  // Two phones that each added six, and then one of them changes the whole.
  private static final int MOST_MERGED_PHOTOS = 12;

  private Args() {}

  /** All fields; only the category is needed. */
  static Map<Field, JsonNode> ofRecord(JsonNode args) {
    Map<Field, JsonNode> fields = new EnumMap<>(DEFAULTS);
    fields.putAll(read(args, MOST_PHOTOS));
    if (!fields.containsKey(Field.CATEGORY)) {
      throw new Refusal(Reason.INVALID, "observation.category");
    }
    return fields;
  }

  /** Only the fields that are to change. */
  static Map<Field, JsonNode> ofAmend(JsonNode args) {
    return read(args, MOST_MERGED_PHOTOS);
  }

  static void ofWithdraw(JsonNode args) {
    Checks.only(args, Set.of());
  }

  /** What a message says. */
  static String ofReply(JsonNode args) {
    Checks.only(args, Set.of("text"));
    return Checks.message(Checks.string(args.path("text")));
  }

  private static Map<Field, JsonNode> read(JsonNode args, int mostPhotos) {
    Map<Field, JsonNode> fields = new EnumMap<>(Field.class);
    for (Map.Entry<String, JsonNode> each : args.properties()) {
      Field field = Field.find(each.getKey()).orElseThrow(Checks::malformed);
      fields.put(field, check(field, each.getValue(), mostPhotos));
    }
    return fields;
  }

  private static JsonNode check(Field field, JsonNode value, int mostPhotos) {
    return switch (field) {
      case CATEGORY -> Checks.category(value);
      case TEXT -> TextNode.valueOf(Checks.text(Checks.string(value)));
      case URGENCY -> Checks.urgency(value);
      case PLACE -> value.isNull() ? value : Checks.place(value);
      case VISIT -> value.isNull() ? value : Checks.visit(value);
      case WANTS_HELP -> Checks.bool(value);
      case PHOTOS -> Checks.photos(value, mostPhotos);
      case ROUND -> value.isNull() ? value : Checks.id(value);
    };
  }
}
