package nl.buurtronde.observation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jdbi.v3.core.statement.Query;

/** Which rows: fixed pieces of SQL, joined by AND, and values that are only ever bound. */
public class Where {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();
  private Collection<UUID> districts;

  public final Where and(String condition) {
    conditions.add(condition);
    return this;
  }

  public final Where and(String condition, Map<String, ?> bound) {
    values.putAll(bound);
    return and(condition);
  }

  /** Binds what a condition names. */
  public final Where set(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** A condition that names {@code <districts>}. */
  public final Where in(Collection<UUID> these, String condition) {
    districts = List.copyOf(these);
    return and(condition);
  }

  public final String sql() {
    return String.join(" AND ", conditions);
  }

  public final Query bind(Query query) {
    if (districts != null) {
      query.bindList(EmptyHandling.NULL_KEYWORD, "districts", List.copyOf(districts));
    }
    return query.bindMap(values);
  }
}
