package nl.buurtronde.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Network;
import nl.buurtronde.http.Query;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.photo.PhotoUpload;
import nl.buurtronde.photo.Photos;

/** What anybody may ask without an account. */
final class PublicRoutes implements Routes {
  private static final String ALL = "/api/public/reports";
  private static final String ONE = ALL + "/{code}";
  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,12})?");

  private final Inbox inbox;
  private final Similar similar;
  private final Photos photos;
  private final PublicLimits limits;
  private final Network network;

  PublicRoutes(
      Inbox inbox, Similar similar, Photos photos, PublicLimits limits, Network network) {
    this.inbox = inbox;
    this.similar = similar;
    this.photos = photos;
    this.limits = limits;
    this.network = network;
  }

  record Reply(UUID id, String text) {}

  record Follower(JsonNode subscription, String language) {}

  @Override
  public void add(RoutesConfig routes) {
    routes.put("/api/public/photos/{sha256}", this::photo, Access.ANYONE);
    routes.post(ALL, this::send, Access.ANYONE);
    routes.get(
        ALL,
        this::similar,
        Access.ANYONE,
        Query.of("district", "category", "complex", "lat", "lon"));
    routes.get(
        ONE,
        ctx -> ctx.json(inbox.follow(ctx.pathParam("code"), network.of(ctx))),
        Access.ANYONE);
    routes.post(ONE + "/replies", this::reply, Access.ANYONE);
    routes.delete(ONE + "/contact", this::eraseContact, Access.ANYONE);
    routes.put(ONE + "/followers/{id}", this::addFollower, Access.ANYONE);
    routes.delete(ONE + "/followers/{id}", this::removeFollower, Access.ANYONE);
  }

  private void photo(Context ctx) {
    String from = network.of(ctx);
    String sha256 = ctx.pathParam("sha256");
    boolean known = photos.hasFrom(Photos.TENANT, sha256);
    if (known) {
      PhotoUpload.receive(ctx, photos, Photos.ANYBODY, (pieces, bytes) -> {});
      return;
    }
    boolean named = inbox.isNamed(sha256);
    limits.requirePhoto(from, named);
    PhotoUpload.receive(
        ctx,
        photos,
        Photos.ANYBODY,
        (pieces, bytes) -> {
          if (pieces > 0) {
            limits.takePhoto(from, named, bytes);
          }
        });
  }

  private void send(Context ctx) {
    Sending sending = Sending.read(Json.read(ctx, Sending.Body.class));
    ctx.status(201).json(inbox.send(sending, network.of(ctx)));
  }

  private void similar(Context ctx) {
    Similar.Spot spot =
        new Similar.Spot(
            id(ctx, "district"),
            given(ctx, "category"),
            id(ctx, "complex"),
            degrees(ctx, "lat"),
            degrees(ctx, "lon"));
    limits.takeLook(network.of(ctx));
    ctx.json(Map.of("reports", similar.list(spot)));
  }

  private void reply(Context ctx) {
    Reply reply = Json.read(ctx, Reply.class);
    inbox.reply(ctx.pathParam("code"), reply.id(), reply.text(), network.of(ctx));
    ctx.status(201).json(Map.of("id", reply.id()));
  }

  private void eraseContact(Context ctx) {
    inbox.eraseContact(ctx.pathParam("code"), network.of(ctx));
    ctx.status(204);
  }

  private void addFollower(Context ctx) {
    Follower follower = Json.read(ctx, Follower.class);
    inbox.addFollower(
        ctx.pathParam("code"),
        Id.parse(ctx.pathParam("id")),
        follower.subscription(),
        follower.language(),
        network.of(ctx));
    ctx.status(204);
  }

  private void removeFollower(Context ctx) {
    UUID id = Id.parse(ctx.pathParam("id"));
    inbox.removeFollower(ctx.pathParam("code"), id, network.of(ctx));
    ctx.status(204);
  }

  private static UUID id(Context ctx, String name) {
    String text = given(ctx, name);
    return text == null ? null : Id.parse(text);
  }

  private static Double degrees(Context ctx, String name) {
    String text = given(ctx, name);
    if (text != null && !DEGREES.matcher(text).matches()) {
      throw new Refusal(Reason.INVALID, "observation.place");
    }
    return text == null ? null : Double.valueOf(text);
  }

  private static String given(Context ctx, String name) {
    String text = ctx.queryParam(name);
    return text == null || text.isEmpty() ? null : text;
  }
}
