package nl.buurtronde.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.Map;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns what was thrown into an answer: a refusal into its sentence, anything else into a fault. */
public final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private Refusals() {}

  static void add(RoutesConfig routes) {
    routes.exception(Refusal.class, (refusal, ctx) -> answer(ctx, refusal));
    routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, ofStatus(e.getStatus())));
    routes.exception(Exception.class, (e, ctx) -> answer(ctx, e));
    routes.error(404, Refusals::fill);
    routes.error(405, Refusals::fill);
    routes.error(413, Refusals::fill);
  }

  /** Writes the refusal as status and body. */
  public static void answer(Context ctx, Refusal refusal) {
    if (refusal.reason() == Reason.TOO_MANY || refusal.reason() == Reason.UNAVAILABLE) {
      Object seconds = refusal.args().length > 0 ? refusal.args()[0] : 10;
      ctx.header("Retry-After", String.valueOf(seconds));
    }
    ctx.status(refusal.reason().status());
    ctx.json(
        Map.of(
            "code", refusal.key(),
            "message", Messages.answer(refusal.key(), refusal.args())));
  }

  private static void answer(Context ctx, Exception e) {
    Refusal refusal = ofCause(e);
    if (refusal != null) {
      answer(ctx, refusal);
      return;
    }
    String reference = Id.next().toString();
    LOG.error("Fault {} at {} {}", reference, ctx.method(), pattern(ctx), e);
    ctx.status(500);
    ctx.json(
        Map.of(
            "code", "fault",
            "message", Messages.answer("fault", reference),
            "reference", reference));
  }

  // A full or busy disk is told apart from a fault: the phone then keeps what it has, and says so.
  private static Refusal ofCause(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
      if (cause instanceof SQLiteException sqlite) {
        return ofDatabase(sqlite.getResultCode());
      }
      if (cause instanceof HttpException bad) {
        return ofStatus(bad.getCode());
      }
      if (cause instanceof IOException && isFull(cause)) {
        return new Refusal(Reason.FULL, "storage.full");
      }
    }
    return null;
  }

  private static Refusal ofDatabase(SQLiteErrorCode code) {
    return switch (code) {
      case SQLITE_FULL -> new Refusal(Reason.FULL, "storage.full");
      case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_BUSY_SNAPSHOT ->
          new Refusal(Reason.UNAVAILABLE, "storage.busy", 5);
      default -> null;
    };
  }

  private static boolean isFull(Throwable e) {
    return String.valueOf(e.getMessage()).contains("No space left");
  }

  private static Refusal ofStatus(int status) {
    return switch (status) {
      case 404 -> new Refusal(Reason.NOT_FOUND, "request.unknown");
      case 405 -> new Refusal(Reason.NOT_FOUND, "request.unknown");
      case 413 -> new Refusal(Reason.TOO_LARGE, "request.large");
      case 415 -> new Refusal(Reason.UNSUPPORTED, "json.contentType");
      default -> new Refusal(Reason.INVALID, "request.broken");
    };
  }

  private static void fill(Context ctx) {
    if (ctx.resultInputStream() == null || ctx.result() == null || ctx.result().isEmpty()) {
      int status = ctx.statusCode();
      answer(ctx, ofStatus(status));
      ctx.status(status);
    }
  }

  private static String pattern(Context ctx) {
    return ctx.endpoint() == null ? "-" : ctx.endpoint().path;
  }
}
