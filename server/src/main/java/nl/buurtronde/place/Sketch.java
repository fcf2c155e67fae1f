package nl.buurtronde.place;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** An outline with fewer points, for a small map: corners go first that hardly change the shape. */
final class Sketch {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final double FINEST = 1e-5; // degrees: about a metre
  private static final int MOST_ROUNDS = 24; // by then the tolerance is wider than the earth

  private Sketch() {}

  /** The geometry itself when it has no more points than that. */
  static JsonNode of(JsonNode geometry, int mostPoints) {
    List<List<double[][]>> polygons = read(geometry);
    List<List<double[][]>> best = polygons;
    double tolerance = FINEST;
    for (int i = 0; i < MOST_ROUNDS && count(best) > mostPoints; i++) {
      List<List<double[][]>> coarser = simplify(polygons, tolerance);
      if (coarser.isEmpty()) {
        break;
      }
      best = coarser;
      tolerance *= 2;
    }
    return best == polygons ? geometry : write(best);
  }

  // A ring that shrinks to a line is left out; without its outer ring, so is the polygon.
  private static List<List<double[][]>> simplify(
      List<List<double[][]>> polygons, double tolerance) {
    List<List<double[][]>> kept = new ArrayList<>();
    for (List<double[][]> rings : polygons) {
      List<double[][]> coarser = new ArrayList<>();
      for (double[][] ring : rings) {
        double[][] simple = simplify(ring, tolerance);
        if (simple.length >= 4) {
          coarser.add(simple);
        } else if (coarser.isEmpty()) {
          break;
        }
      }
      if (!coarser.isEmpty()) {
        kept.add(coarser);
      }
    }
    return kept;
  }

  // Douglas and Peucker, from the ring's first point to the one farthest from it and back.
  private static double[][] simplify(double[][] ring, double tolerance) {
    int last = ring.length - 1;
    int far = 0;
    for (int i = 1; i < last; i++) {
      if (distance(ring[i], ring[0], ring[0]) > distance(ring[far], ring[0], ring[0])) {
        far = i;
      }
    }
    BitSet kept = new BitSet(ring.length);
    kept.set(0);
    kept.set(far);
    kept.set(last);
    Deque<int[]> spans = new ArrayDeque<>(List.of(new int[] {0, far}, new int[] {far, last}));
    while (!spans.isEmpty()) {
      int[] span = spans.pop();
      int middle = farthest(ring, span[0], span[1]);
      if (middle > 0 && distance(ring[middle], ring[span[0]], ring[span[1]]) > tolerance) {
        kept.set(middle);
        spans.push(new int[] {span[0], middle});
        spans.push(new int[] {middle, span[1]});
      }
    }
    return kept.stream().mapToObj(i -> ring[i]).toArray(double[][]::new);
  }

  private static int farthest(double[][] ring, int from, int to) {
    int found = 0;
    double most = -1;
    for (int i = from + 1; i < to; i++) {
      double away = distance(ring[i], ring[from], ring[to]);
      if (away > most) {
        most = away;
        found = i;
      }
    }
    return found;
  }

  // From the point to the line piece, with degrees of longitude as wide as they are here.
  private static double distance(double[] point, double[] from, double[] to) {
    double wide = Math.cos(Math.toRadians(from[1]));
    double dx = (to[0] - from[0]) * wide;
    double dy = to[1] - from[1];
    double px = (point[0] - from[0]) * wide;
    double py = point[1] - from[1];
    double length = dx * dx + dy * dy;
    double along = length == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / length));
    return Math.hypot(px - along * dx, py - along * dy);
  }

  private static int count(List<List<double[][]>> polygons) {
    return polygons.stream().flatMap(List::stream).mapToInt(ring -> ring.length).sum();
  }

  private static List<List<double[][]>> read(JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    List<List<double[][]>> polygons = new ArrayList<>();
    if (geometry.path("type").asText().equals("Polygon")) {
      polygons.add(rings(coordinates));
    } else {
      coordinates.forEach(polygon -> polygons.add(rings(polygon)));
    }
    return polygons;
  }

  private static List<double[][]> rings(JsonNode polygon) {
    List<double[][]> rings = new ArrayList<>();
    for (JsonNode ring : polygon) {
      double[][] points = new double[ring.size()][];
      for (int i = 0; i < points.length; i++) {
        points[i] = new double[] {ring.get(i).get(0).asDouble(), ring.get(i).get(1).asDouble()};
      }
      rings.add(points);
    }
    return rings;
  }

  private static JsonNode write(List<List<double[][]>> polygons) {
    ArrayNode all = NODES.arrayNode();
    for (List<double[][]> polygon : polygons) {
      ArrayNode rings = all.addArray();
      for (double[][] ring : polygon) {
        ArrayNode points = rings.addArray();
        for (double[] point : ring) {
          points.addArray().add(rounded(point[0])).add(rounded(point[1]));
        }
      }
    }
    return NODES.objectNode().put("type", "MultiPolygon").set("coordinates", all);
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }
}
