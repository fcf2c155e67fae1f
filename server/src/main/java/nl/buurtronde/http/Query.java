package nl.buurtronde.http;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** What may stand behind the question mark of an address; a route without one takes nothing. */
public record Query(Set<String> names) implements RouteRole {
  public static Query of(String... names) {
    return new Query(Set.of(names));
  }

  // Pages are left alone: whoever mails a link to one may hang something on it.
  static void check(Context ctx) {
    if (!ctx.path().startsWith("/api/")) {
      return;
    }
    for (Map.Entry<String, List<String>> given : ctx.queryParamMap().entrySet()) {
      boolean known =
          ctx.routeRoles().stream()
              .anyMatch(role -> role instanceof Query q && q.names().contains(given.getKey()));
      if (!known || given.getValue().size() != 1) {
        throw new Refusal(Reason.INVALID, known ? "query.double" : "query.unknown");
      }
    }
  }
}
