package nl.buurtronde.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SketchTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Test
  void a_small_outline_stays_as_it_is_and_none_stays_none() {
    JsonNode circle = polygon(circle(5, 52, 0.01, 100));
    assertSame(circle, sketch(circle));
    assertNull(sketch(null));
  }

  @Test
  void a_large_outline_keeps_its_shape_in_at_most_200_points() {
    JsonNode sketch = sketch(polygon(circle(5, 52, 0.01, 19_000)));
    assertTrue(points(sketch) <= 200 && points(sketch) >= 20, points(sketch) + " points");
    Outline outline = Outline.read(sketch);
    for (int i = 0; i < 360; i++) {
      double angle = Math.toRadians(i);
      double[] inside = {52 + 0.0098 * Math.sin(angle), 5 + 0.0098 * Math.cos(angle)};
      double[] outside = {52 + 0.0102 * Math.sin(angle), 5 + 0.0102 * Math.cos(angle)};
      assertTrue(outline.contains(inside[0], inside[1]), "inside at " + i);
      assertTrue(!outline.contains(outside[0], outside[1]), "outside at " + i);
    }
  }

  @Test
  void of_many_islands_the_largest_stays() {
    ArrayNode islands = NODES.arrayNode();
    islands.addArray().add(circle(5, 52, 0.02, 500));
    for (int i = 1; i < 200; i++) {
      islands.addArray().add(circle(5 + i * 0.01, 52.1, 0.0001, 40));
    }
    ObjectNode shape = NODES.objectNode().put("type", "MultiPolygon");
    JsonNode sketch = sketch(shape.set("coordinates", islands));
    assertTrue(points(sketch) <= 200, points(sketch) + " points");
    assertTrue(Outline.read(sketch).contains(52, 5));
  }

  private static JsonNode sketch(JsonNode outline) {
    return new District(UUID.randomUUID(), "West", outline, 1).sketch(200);
  }

  private static JsonNode polygon(ArrayNode ring) {
    ObjectNode shape = NODES.objectNode().put("type", "Polygon");
    return shape.set("coordinates", NODES.arrayNode().add(ring));
  }

  private static ArrayNode circle(double lon, double lat, double radius, int points) {
    ArrayNode ring = NODES.arrayNode();
    for (int i = 0; i <= points; i++) {
      double angle = 2 * Math.PI * (i % points) / points;
      ring.addArray().add(lon + radius * Math.cos(angle)).add(lat + radius * Math.sin(angle));
    }
    return ring;
  }

  private static int points(JsonNode shape) {
    int count = 0;
    for (JsonNode polygon : shape.get("coordinates")) {
      for (JsonNode ring : polygon) {
        count += ring.size();
      }
    }
    assertEquals("MultiPolygon", shape.get("type").asText());
    return count;
  }
}
