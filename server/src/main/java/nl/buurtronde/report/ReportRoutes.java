package nl.buurtronde.report;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Query;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.observation.HandlingRoutes;
import nl.buurtronde.observation.Listing;

/** Reports for staff, and the desk as one list. */
final class ReportRoutes implements Routes {
  private static final String ALL = "/api/reports";
  private static final String ONE = ALL + "/{id}";
  private static final String KIND = "kind";
  private static final Query FILTERS = new Query(withKind(Listing.NAMES));

  private final Reports reports;
  private final WholeDesk desk;

  ReportRoutes(Reports reports, WholeDesk desk) {
    this.reports = reports;
    this.desk = desk;
  }

  @Override
  public void add(RoutesConfig routes) {
    routes.get("/api/desk", this::desk, Access.STAFF, FILTERS);
    routes.get(
        "/api/desk/{id}",
        ctx -> ctx.json(desk.get(Guard.actor(ctx), Id.parse(ctx.pathParam("id")))),
        Access.STAFF);
    routes.get(ALL, this::list, Access.STAFF, FILTERS);
    routes.get(
        ONE,
        ctx -> ctx.json(reports.get(Guard.actor(ctx), Id.parse(ctx.pathParam("id")))),
        Access.STAFF);
    new HandlingRoutes(ONE, reports).add(routes);
  }

  /** One kind of reports; a concern is none. */
  static Kind kind(String wire) {
    Kind kind = Kind.of(wire);
    if (kind == Kind.CONCERN) {
      throw new Refusal(Reason.INVALID, "report.kind");
    }
    return kind;
  }

  private void list(Context ctx) {
    String kind = given(ctx);
    ctx.json(reports.list(Guard.actor(ctx), listing(ctx), kind == null ? null : kind(kind)));
  }

  private void desk(Context ctx) {
    ctx.json(desk.list(Guard.actor(ctx), listing(ctx), given(ctx)));
  }

  private static String given(Context ctx) {
    String kind = ctx.queryParam(KIND);
    return kind == null || kind.isEmpty() ? null : kind;
  }

  private static Listing listing(Context ctx) {
    Map<String, List<String>> query = new HashMap<>(ctx.queryParamMap());
    query.remove(KIND);
    return Listing.read(query);
  }

  private static Set<String> withKind(Set<String> names) {
    Set<String> all = new HashSet<>(names);
    all.add(KIND);
    return Set.copyOf(all);
  }
}
