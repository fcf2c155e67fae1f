package nl.buurtronde.photo;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.DailyQuota;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Actor;

final class PhotoRoutes implements Routes {
  private final Photos photos;
  private final PhotoAccess access;
  private final DailyQuota daily;

  PhotoRoutes(Photos photos, PhotoAccess access, DailyQuota daily) {
    this.photos = photos;
    this.access = access;
    this.daily = daily;
  }

  @Override
  public void add(RoutesConfig routes) {
    routes.put("/api/photos/{sha256}", this::put, Access.PUSHER);
    routes.get("/api/photos/{sha256}", this::get, Access.SIGNED_IN);
  }

  private void put(Context ctx) {
    Actor actor = Guard.actor(ctx);
    daily.require(actor.id());
    PhotoUpload.receive(
        ctx, photos, actor, (pieces, bytes) -> daily.count(actor.id(), pieces, bytes));
  }

  private void get(Context ctx) throws IOException {
    String sha256 = ctx.pathParam("sha256");
    Path file = photos.getFile(Guard.actor(ctx), sha256, access);
    access.looked(Guard.actor(ctx), sha256);
    ctx.contentType("image/jpeg");
    ctx.header(
        "Content-Disposition", "inline; filename=\"foto-" + sha256.substring(0, 8) + ".jpg\"");
    ctx.header("Content-Security-Policy", "sandbox; default-src 'none'");
    ctx.header("Cache-Control", "no-store");
    ctx.result(Files.newInputStream(file));
  }
}
