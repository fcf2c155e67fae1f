package nl.buurtronde.category;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.ImportReport;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Routes;
import nl.buurtronde.http.Upload;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

final class CategoryRoutes implements Routes {
  private record Body(String label, String icon, Integer position, Boolean active) {
    Body {
      if (label == null || icon == null || position == null || active == null) {
        throw new Refusal(Reason.INVALID, "json.invalid");
      }
    }
  }

  private final Categories categories;

  CategoryRoutes(Categories categories) {
    this.categories = categories;
  }

  @Override
  public void add(RoutesConfig routes) {
    routes.get("/api/categories", ctx -> ctx.json(categories.list()), Access.SIGNED_IN);
    routes.put("/api/categories/{key}", this::put, Access.SETUP);
    routes.post(
        "/api/categories/preview",
        ctx -> ctx.json(categories.preview(Guard.actor(ctx), Upload.file(ctx))),
        Access.SETUP);
    routes.post("/api/categories/import", this::importFile, Access.SETUP);
  }

  private void put(Context ctx) {
    Body body = Json.read(ctx, Body.class);
    String key = ctx.pathParam("key");
    categories.put(
        Guard.actor(ctx),
        new Category(key, body.label, body.icon, body.position, body.active, 0));
    ctx.status(204);
  }

  private void importFile(Context ctx) {
    ImportReport report = categories.importFile(Guard.actor(ctx), Upload.file(ctx));
    ctx.status(report.imported() ? 200 : 422).json(report);
  }
}
