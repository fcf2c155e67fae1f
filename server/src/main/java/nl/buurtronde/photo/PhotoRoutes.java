package nl.buurtronde.photo;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.DailyQuota;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Messages;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

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
    long length = ctx.req().getContentLengthLong();
    if (length > Incoming.MAX_BYTES) {
      throw new Refusal(Reason.TOO_LARGE, "photo.large");
    }
    long bytes = length < 0 ? Incoming.MAX_BYTES : length;
    try {
      String sha256 = ctx.pathParam("sha256");
      Stored stored = photos.store(actor, sha256, ctx.bodyInputStream());
      daily.count(actor.id(), 1, bytes);
      ctx.status(stored.fresh() ? 201 : 200);
      // A receipt that no captive portal could give.
      ctx.json(Map.of("sha256", sha256));
    } catch (Refusal refusal) {
      daily.count(actor.id(), refusal.reason() == Reason.UNAVAILABLE ? 0 : 1, bytes);
      if (!refusal.key().equals(Photos.OTHER_BYTES)) {
        throw refusal;
      }
      answerOtherBytes(ctx, refusal);
    }
  }

  /** The protocol names this one refusal itself: the phone then sends the picture again. */
  private static void answerOtherBytes(Context ctx, Refusal refusal) {
    ctx.status(refusal.reason().status());
    ctx.json(
        Map.of(
            "error", "hash",
            "bytes", refusal.args()[0],
            "code", refusal.key(),
            "message", Messages.sentence(refusal.key(), refusal.args())));
  }

  private void get(Context ctx) throws IOException {
    String sha256 = ctx.pathParam("sha256");
    Path file = photos.getFile(Guard.actor(ctx), sha256, access);
    ctx.contentType("image/jpeg");
    ctx.header(
        "Content-Disposition", "inline; filename=\"foto-" + sha256.substring(0, 8) + ".jpg\"");
    ctx.header("Content-Security-Policy", "sandbox; default-src 'none'");
    ctx.header("Cache-Control", "no-store");
    ctx.result(Files.newInputStream(file));
  }
}
