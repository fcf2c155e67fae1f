package nl.buurtronde.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** A GeoJSON FeatureCollection of district outlines, read feature by feature. */
final class DistrictFile {
  static final int MOST_FEATURES = 1_000;
  static final int LONGEST_NAME = 100;
  private static final List<String> NAME_PROPERTIES =
      List.of("naam", "name", "wijknaam", "buurtnaam", "statnaam");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** @param outline null exactly when there are errors about it */
  record Feature(int row, String name, JsonNode outline, List<String> errors) {}

  private DistrictFile() {}

  static List<Feature> read(byte[] file) {
    FileKind.check(file, "place.districts.kind");
    JsonNode features = tree(file).path("features");
    if (!features.isArray()) {
      throw new Refusal(Reason.UNPROCESSABLE, "place.districts.collection");
    }
    if (features.isEmpty()) {
      throw new Refusal(Reason.UNPROCESSABLE, "place.districts.none");
    }
    if (features.size() > MOST_FEATURES) {
      throw new Refusal(
          Reason.TOO_LARGE, "place.districts.many", String.valueOf(MOST_FEATURES));
    }
    List<Feature> read = new ArrayList<>();
    features.forEach(feature -> read.add(feature(read.size() + 1, feature)));
    return withoutDoubles(read);
  }

  private static JsonNode tree(byte[] file) {
    try {
      return MAPPER.readTree(file);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new Refusal(Reason.UNPROCESSABLE, "place.json.broken", String.valueOf(line));
    } catch (IOException e) {
      throw new Refusal(Reason.UNPROCESSABLE, "place.json.broken", "1");
    }
  }

  private static Feature feature(int row, JsonNode feature) {
    List<String> errors = new ArrayList<>();
    String name = name(feature.path("properties"));
    if (name.isEmpty()) {
      errors.add(Messages.answer("place.district.name", String.join(", ", NAME_PROPERTIES)));
    }
    if (name.length() > LONGEST_NAME) {
      errors.add(Messages.answer("place.row.long", "name", String.valueOf(LONGEST_NAME)));
    }
    JsonNode outline = null;
    try {
      outline = Outline.read(feature.path("geometry")).toJson();
    } catch (Refusal e) {
      errors.add(Messages.answer(e.key(), e.args()));
    }
    return new Feature(row, name, outline, errors);
  }

  private static String name(JsonNode properties) {
    Map<String, String> found = new HashMap<>();
    for (Map.Entry<String, JsonNode> property : properties.properties()) {
      String text = Names.oneLine(property.getValue().asText(""));
      if (property.getValue().isTextual() && !text.isEmpty()) {
        found.put(property.getKey().toLowerCase(Locale.ROOT), text);
      }
    }
    return NAME_PROPERTIES.stream()
        .filter(found::containsKey)
        .findFirst()
        .map(found::get)
        .orElse("");
  }

  private static List<Feature> withoutDoubles(List<Feature> features) {
    Map<String, List<Feature>> byName = new HashMap<>();
    features.stream()
        .filter(feature -> !feature.name.isEmpty())
        .forEach(f -> byName.computeIfAbsent(Names.key(f.name), k -> new ArrayList<>()).add(f));
    for (List<Feature> same : byName.values()) {
      if (same.size() > 1) {
        String rows = Rows.list(same, Feature::row);
        same.forEach(f -> f.errors.add(Messages.answer("place.district.double", rows)));
      }
    }
    return features;
  }
}
