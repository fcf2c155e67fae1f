package nl.buurtronde.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

final class ContactRoutes implements Routes {
  private final Contacts contacts;
  private final Channels channels;

  ContactRoutes(Contacts contacts, Channels channels) {
    this.contacts = contacts;
    this.channels = channels;
  }

  private record Request(String kind, String address, JsonNode subscription) {}

  private record Proof(String code) {
    Proof {
      if (code == null) {
        throw new Refusal(Reason.INVALID, "json.invalid");
      }
    }
  }

  private record Value(
      UUID id,
      String kind,
      String address,
      Instant provenAt,
      Instant lastHandedAt,
      Instant lastFailedAt,
      boolean usable) {}

  /** @param channels the kinds by which this installation can send */
  private record Listed(List<Value> contacts, String pushKey, Set<String> channels) {}

  @Override
  public void add(RoutesConfig routes) {
    routes.get("/api/contacts", this::list, Access.SIGNED_IN);
    routes.put("/api/contacts/{id}", this::put, Access.SIGNED_IN);
    routes.delete("/api/contacts/{id}", this::delete, Access.SIGNED_IN);
    routes.post("/api/contacts/{id}/code", this::sendCode, Access.SIGNED_IN);
    routes.post("/api/contacts/{id}/proof", this::prove, Access.SIGNED_IN);
  }

  private void list(Context ctx) {
    ctx.json(
        new Listed(
            contacts.list(Guard.actor(ctx)).stream().map(this::value).toList(),
            channels.push().publicKey(),
            channels.kinds().stream().map(Kind::wire).collect(Collectors.toSet())));
  }

  private void put(Context ctx) {
    Request request = Json.read(ctx, Request.class);
    boolean isNew =
        contacts.add(
            Guard.actor(ctx),
            id(ctx),
            Kind.of(request.kind()),
            request.address(),
            request.subscription());
    ctx.status(isNew ? 201 : 204);
  }

  private void delete(Context ctx) {
    contacts.remove(Guard.actor(ctx), id(ctx));
    ctx.status(204);
  }

  private void sendCode(Context ctx) {
    contacts.sendCode(Guard.actor(ctx), id(ctx));
    ctx.status(204);
  }

  private void prove(Context ctx) {
    contacts.prove(Guard.actor(ctx), id(ctx), Json.read(ctx, Proof.class).code());
    ctx.status(204);
  }

  private Value value(Contact contact) {
    return new Value(
        contact.id(),
        contact.kind().wire(),
        contact.address(),
        contact.provenAt(),
        contact.lastHandedAt(),
        contact.lastFailedAt(),
        contacts.isUsable(contact));
  }

  private static UUID id(Context ctx) {
    return Id.parse(ctx.pathParam("id"));
  }
}
