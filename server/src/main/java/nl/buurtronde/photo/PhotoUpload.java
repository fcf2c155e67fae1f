package nl.buurtronde.photo;

import io.javalin.http.Context;
import java.util.Map;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** Takes one picture in over HTTP, as raw bytes under their name. */
public final class PhotoUpload {
  private PhotoUpload() {}

  /** Told what it cost, whether it was kept or refused; what failed on our side costs nothing. */
  @FunctionalInterface
  public interface Cost {
    void count(long pieces, long bytes);
  }

  public static void receive(Context ctx, Photos photos, Actor actor, Cost cost) {
    long length = ctx.req().getContentLengthLong();
    if (length > Incoming.MAX_BYTES) {
      throw new Refusal(Reason.TOO_LARGE, "photo.large");
    }
    long bytes = length < 0 ? Incoming.MAX_BYTES : length;
    try {
      String sha256 = ctx.pathParam("sha256");
      Stored stored = photos.store(actor, sha256, ctx.bodyInputStream());
      cost.count(1, bytes);
      ctx.status(stored.fresh() ? 201 : 200);
      // A receipt that no captive portal could give.
      ctx.json(Map.of("sha256", sha256));
    } catch (Refusal refusal) {
      cost.count(refusal.reason() == Reason.UNAVAILABLE ? 0 : 1, bytes);
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
            "message", Messages.answer(refusal.key(), refusal.args())));
  }
}
