package nl.buurtronde.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** The shape of a district: polygons of closed rings, as GeoJSON (RFC 7946) in degrees. */
final class Outline {
  static final int MOST_POINTS = 20_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** One ring: longitudes and latitudes. */
  private record Ring(double[] lons, double[] lats) {}

  private final List<List<Ring>> polygons = new ArrayList<>();
  private int points;

  private Outline() {}

  /** Refuses under {@code place.outline.*} what is not a shape on earth. */
  static Outline read(JsonNode geometry) {
    Outline outline = new Outline();
    JsonNode coordinates = geometry.path("coordinates");
    switch (geometry.path("type").asText()) {
      case "Polygon" -> outline.polygons.add(outline.polygon(coordinates));
      case "MultiPolygon" ->
          list(coordinates).forEach(part -> outline.polygons.add(outline.polygon(part)));
      default -> throw wrong("place.outline.type");
    }
    return outline;
  }

  JsonNode toJson() {
    ArrayNode all = NODES.arrayNode();
    for (List<Ring> polygon : polygons) {
      ArrayNode rings = all.addArray();
      for (Ring ring : polygon) {
        ArrayNode positions = rings.addArray();
        for (int i = 0; i < ring.lons.length; i++) {
          positions.addArray().add(ring.lons[i]).add(ring.lats[i]);
        }
      }
    }
    boolean one = polygons.size() == 1;
    return NODES
        .objectNode()
        .put("type", one ? "Polygon" : "MultiPolygon")
        .set("coordinates", one ? all.get(0) : all);
  }

  /** Crossing an odd number of edges is inside; a hole's edges count like the others. */
  boolean contains(double lat, double lon) {
    return polygons.stream()
        .anyMatch(rings -> rings.stream().filter(ring -> crosses(ring, lat, lon)).count() % 2 == 1);
  }

  private static boolean crosses(Ring ring, double lat, double lon) {
    boolean inside = false;
    for (int i = 1; i < ring.lons.length; i++) {
      double latA = ring.lats[i - 1];
      double latB = ring.lats[i];
      if (latA > lat != latB > lat) {
        double lonA = ring.lons[i - 1];
        double lonB = ring.lons[i];
        inside ^= lon < (lonB - lonA) * (lat - latA) / (latB - latA) + lonA;
      }
    }
    return inside;
  }

  private List<Ring> polygon(JsonNode coordinates) {
    List<Ring> rings = new ArrayList<>();
    list(coordinates).forEach(ring -> rings.add(ring(ring)));
    return rings;
  }

  private Ring ring(JsonNode positions) {
    int length = list(positions).size();
    points += length;
    if (points > MOST_POINTS) {
      throw wrong("place.outline.points", String.valueOf(MOST_POINTS));
    }
    Ring ring = new Ring(new double[length], new double[length]);
    for (int i = 0; i < length; i++) {
      ring.lons[i] = degrees(positions.get(i).path(0));
      ring.lats[i] = degrees(positions.get(i).path(1));
      checkPoint(ring.lats[i], ring.lons[i]);
    }
    int last = length - 1;
    if (length < 4
        || ring.lons[0] != ring.lons[last]
        || ring.lats[0] != ring.lats[last]) {
      throw wrong("place.outline.open");
    }
    return ring;
  }

  private static void checkPoint(double lat, double lon) {
    if (!Point.inRange(lat, lon)) {
      throw wrong("place.outline.range");
    }
    if (Point.looksSwapped(lat, lon)) {
      throw wrong("place.outline.swapped");
    }
  }

  // Six decimals is a hand's breadth; more only makes phones fetch more.
  private static double degrees(JsonNode number) {
    if (!number.isNumber()) {
      throw wrong("place.outline.broken");
    }
    double value = number.doubleValue();
    return Math.abs(value) > 1e9 ? value : Math.round(value * 1e6) / 1e6;
  }

  private static JsonNode list(JsonNode node) {
    if (!node.isArray() || node.isEmpty()) {
      throw wrong("place.outline.broken");
    }
    return node;
  }

  private static Refusal wrong(String key, Object... args) {
    return new Refusal(Reason.UNPROCESSABLE, key, args);
  }
}
