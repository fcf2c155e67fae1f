package nl.buurtronde.round;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.database.Columns;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** What phones send along, checked before the database is touched. */
final class Args {
  private static final int LONGEST_ROUTE = 200;
  private static final int LONGEST_NOTE = 1_000;
  private static final int MOST_COMPLEXES = 200;
  private static final int DECIMALS = 4; // about ten metres: enough to find them

  private Args() {}

  record Nothing() {}

  record Plan(
      UUID district,
      String code,
      Instant startsAt,
      Instant dueBackAt,
      String kind,
      String route,
      List<UUID> complexes,
      UUID partner) {
    Plan {
      require(district, code, startsAt, dueBackAt);
    }

    Course course() {
      return Args.course(district, code, kind, route, complexes, null);
    }
  }

  record Start(
      UUID district,
      String code,
      Instant dueBackAt,
      String kind,
      String route,
      List<UUID> complexes) {
    Start {
      require(district, code, dueBackAt);
    }

    /** @param planned what was planned, for what is not said here; or null */
    Course course(Course planned) {
      return Args.course(district, code, kind, route, complexes, planned);
    }
  }

  record Join(UUID district, String code) {
    Join {
      require(district, code);
    }
  }

  record Extend(Instant dueBackAt) {
    Extend {
      require(dueBackAt);
    }
  }

  record Place(Double lat, Double lon, Double accuracy) {
    Place {
      require(lat, lon);
      if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (accuracy == null || accuracy >= 0))) {
        throw new Refusal(Reason.INVALID, "round.place");
      }
    }

    JsonNode at(Instant moment) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("lat", rounded(lat)).put("lon", rounded(lon));
      node.put("accuracy", accuracy == null ? null : Math.round(accuracy));
      return node.put("at", Columns.text(moment));
    }
  }

  record CheckIn(Place place) {}

  record Check(UUID complex, String item, String result, String note) {
    Check {
      require(complex, item, result);
      note = Texts.within(note == null ? "" : note, LONGEST_NOTE, "round.check.note");
      boolean known = List.of("good", "attention", "unseen").contains(result);
      if (!known || !item.matches("[a-z0-9-]{1,60}")) {
        throw new Refusal(Reason.INVALID, "round.check");
      }
    }
  }

  private static Course course(
      UUID district,
      String code,
      String kind,
      String route,
      List<UUID> complexes,
      Course planned) {
    Kind otherKind = planned == null ? Kind.WEEKLY : planned.kind();
    String otherRoute = planned == null ? "" : planned.route();
    List<UUID> others = planned == null ? List.of() : planned.complexes();
    return new Course(
        district,
        Code.read(code),
        kind == null ? otherKind : Kind.of(kind),
        route == null ? otherRoute : Texts.within(route.strip(), LONGEST_ROUTE, "round.route"),
        complexes == null ? others : distinct(complexes));
  }

  private static List<UUID> distinct(List<UUID> complexes) {
    if (complexes.size() > MOST_COMPLEXES || complexes.contains(null)) {
      throw new Refusal(Reason.INVALID, "round.complex");
    }
    return List.copyOf(new LinkedHashSet<>(complexes));
  }

  private static double rounded(double degrees) {
    return BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
  }

  private static void require(Object... fields) {
    for (Object field : fields) {
      if (field == null) {
        throw new Refusal(Reason.INVALID, "round.args");
      }
    }
  }
}
