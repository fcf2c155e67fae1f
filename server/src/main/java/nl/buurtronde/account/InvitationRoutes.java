package nl.buurtronde.account;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Network;
import nl.buurtronde.http.QrCode;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Role;

final class InvitationRoutes implements Routes {
  private final Invitations invitations;
  private final SessionStore sessions;
  private final Network network;
  private final String publicOrigin;

  InvitationRoutes(
      Invitations invitations, SessionStore sessions, Network network, String publicOrigin) {
    this.invitations = invitations;
    this.sessions = sessions;
    this.network = network;
    this.publicOrigin = publicOrigin;
  }

  record IssueRequest(String fullName, Role role, Set<UUID> districts) {
    IssueRequest {
      Requests.require(fullName, role, districts);
      Requests.require(districts.toArray());
    }
  }

  record IssuedAnswer(UUID id, String code, String link, List<String> qr, Instant expiresAt) {}

  record PreviewRequest(String code) {
    PreviewRequest {
      Requests.require(code);
    }

    @Override
    public String toString() {
      return "PreviewRequest"; // so that no log ever shows the code
    }
  }

  record AcceptanceRequest(String code, String name, String password) {
    AcceptanceRequest {
      Requests.require(code, name, password);
    }

    @Override
    public String toString() {
      return "AcceptanceRequest"; // nor the password
    }
  }

  @Override
  public void add(RoutesConfig routes) {
    routes.post("/api/invitations", this::issue, Access.SETUP);
    routes.get("/api/invitations", ctx -> ctx.json(invitations.list()), Access.SETUP);
    routes.post("/api/accounts/{id}/reset", this::reset, Access.SETUP);
    routes.delete("/api/invitations/{id}", this::withdraw, Access.SETUP);
    routes.post("/api/invitations/preview", this::preview, Access.ANYONE);
    routes.post("/api/invitations/acceptance", this::accept, Access.ANYONE);
  }

  private void issue(Context ctx) {
    IssueRequest request = Json.read(ctx, IssueRequest.class);
    Invitation.Issued issued =
        invitations.issue(
            Guard.actor(ctx), request.fullName(), request.role(), request.districts());
    answer(ctx, issued);
  }

  private void reset(Context ctx) {
    answer(ctx, invitations.reset(Guard.actor(ctx), Id.parse(ctx.pathParam("id"))));
  }

  private void answer(Context ctx, Invitation.Issued issued) {
    // A fragment: what stands behind # is never sent to any server, nor kept in its log.
    String link = origin(ctx) + "/invitation#" + issued.code().replace("-", "");
    ctx.status(201);
    ctx.json(
        new IssuedAnswer(
            issued.id(), issued.code(), link, QrCode.rows(link), issued.expiresAt()));
  }

  private void withdraw(Context ctx) {
    invitations.withdraw(Guard.actor(ctx), Id.parse(ctx.pathParam("id")));
    ctx.status(204);
  }

  private void preview(Context ctx) {
    PreviewRequest request = Json.read(ctx, PreviewRequest.class);
    ctx.json(invitations.preview(network.of(ctx), request.code()));
  }

  private void accept(Context ctx) {
    AcceptanceRequest request = Json.read(ctx, AcceptanceRequest.class);
    String token =
        invitations.accept(
            network.of(ctx), request.code(), request.name(), request.password());
    SessionRoutes.begin(ctx, sessions, token);
  }

  // The guard has already seen that Origin, when there is one, is our own.
  private String origin(Context ctx) {
    if (!publicOrigin.isEmpty()) {
      return publicOrigin;
    }
    String origin = ctx.header("Origin");
    return origin != null ? origin : ctx.scheme() + "://" + ctx.header("Host");
  }
}
