package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What the volunteer filled in, as it stands now; place and visit as they go over the wire. */
public record Content(
    String category,
    String text,
    String urgency,
    JsonNode place,
    JsonNode visit,
    boolean wantsHelp,
    List<String> photos,
    UUID round) {
  public Content {
    place = orNull(place);
    visit = orNull(visit);
    photos = List.copyOf(photos);
  }

  static Content of(Function<Field, JsonNode> values) {
    JsonNode round = values.apply(Field.ROUND);
    return new Content(
        values.apply(Field.CATEGORY).textValue(),
        values.apply(Field.TEXT).textValue(),
        values.apply(Field.URGENCY).textValue(),
        values.apply(Field.PLACE),
        values.apply(Field.VISIT),
        values.apply(Field.WANTS_HELP).booleanValue(),
        texts(values.apply(Field.PHOTOS)),
        round.isNull() ? null : UUID.fromString(round.textValue()));
  }

  JsonNode get(Field field) {
    return switch (field) {
      case CATEGORY -> TextNode.valueOf(category);
      case TEXT -> TextNode.valueOf(text);
      case URGENCY -> TextNode.valueOf(urgency);
      case PLACE -> orNullNode(place);
      case VISIT -> orNullNode(visit);
      case WANTS_HELP -> BooleanNode.valueOf(wantsHelp);
      case PHOTOS -> array(photos);
      case ROUND -> round == null ? NullNode.instance : TextNode.valueOf(round.toString());
    };
  }

  UUID complex() {
    return place == null || !place.has("complex")
        ? null
        : UUID.fromString(place.get("complex").textValue());
  }

  /** All that was written in words, for the look at what is sensitive. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(text);
    if (place != null && place.has("description")) {
      words.add(place.get("description").textValue());
    }
    if (visit != null) {
      words.add(visit.get("note").textValue());
    }
    return words;
  }

  static List<String> texts(JsonNode array) {
    if (array.isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>(array.size());
    array.forEach(node -> texts.add(node.textValue()));
    return texts;
  }

  static ArrayNode array(List<String> texts) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(texts.size());
    texts.forEach(array::add);
    return array;
  }

  private static JsonNode orNull(JsonNode node) {
    return node == null || node.isNull() ? null : node;
  }

  private static JsonNode orNullNode(JsonNode node) {
    return node == null ? NullNode.instance : node;
  }
}
