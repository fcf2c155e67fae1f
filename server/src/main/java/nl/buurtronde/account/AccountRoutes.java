package nl.buurtronde.account;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Routes;
import nl.buurtronde.http.Session;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.sync.Device;
import nl.buurtronde.sync.Devices;

final class AccountRoutes implements Routes {
  private static final int LONGEST_TEXT = 100;

  private final Accounts accounts;
  private final Devices devices;
  private final SessionStore sessions;

  AccountRoutes(Accounts accounts, Devices devices, SessionStore sessions) {
    this.accounts = accounts;
    this.devices = devices;
    this.sessions = sessions;
  }

  record ChangeRequest(Role role, Set<UUID> districts) {
    ChangeRequest {
      if (districts != null) {
        Requests.require(districts.toArray());
      }
    }
  }

  record ListedDevice(
      UUID id,
      String name,
      Instant lastSeenAt,
      Instant lastSyncAt,
      Long unsent,
      Long missingPhotos,
      Boolean persisted,
      Long usage,
      Long quota,
      Instant revokedAt) {
    static ListedDevice of(Device device) {
      return new ListedDevice(
          device.id(),
          device.name(),
          device.lastSeenAt(),
          device.lastSyncAt(),
          device.unsent(),
          device.missingPhotos(),
          device.persisted(),
          device.usage(),
          device.quota(),
          device.revokedAt());
    }
  }

  record Listed(
      UUID id,
      String name,
      String fullName,
      Role role,
      Set<UUID> districts,
      Instant createdAt,
      Instant revokedAt,
      List<ListedDevice> devices) {
    static Listed of(Account account, List<Device> devices) {
      return new Listed(
          account.id(),
          account.name(),
          account.fullName(),
          account.role(),
          account.districts(),
          account.createdAt(),
          account.revokedAt(),
          devices.stream().map(ListedDevice::of).toList());
    }
  }

  @Override
  public void add(RoutesConfig routes) {
    routes.get("/api/accounts", this::list, Access.SETUP);
    routes.patch("/api/accounts/{id}", this::change, Access.SETUP);
    routes.post("/api/accounts/{id}/revocation", this::revoke, Access.SETUP);
    routes.put("/api/devices/{id}", this::report, Access.SIGNED_IN);
    routes.get("/api/devices", this::listOwnDevices, Access.SIGNED_IN);
    routes.post("/api/devices/{id}/revocation", this::revokeDevice, Access.SIGNED_IN);
  }

  private void list(Context ctx) {
    Map<UUID, List<Device>> byAccount =
        devices.list().stream().collect(Collectors.groupingBy(Device::account));
    ctx.json(
        accounts.list().stream()
            .map(account -> Listed.of(account, byAccount.getOrDefault(account.id(), List.of())))
            .toList());
  }

  private void listOwnDevices(Context ctx) {
    ctx.json(
        accounts.devicesOf(Guard.actor(ctx).id()).stream()
            .filter(device -> device.revokedAt() == null)
            .map(ListedDevice::of)
            .toList());
  }

  private void change(Context ctx) {
    ChangeRequest request = Json.read(ctx, ChangeRequest.class);
    accounts.change(Guard.actor(ctx), id(ctx), request.role(), request.districts());
    ctx.status(204);
  }

  private void revoke(Context ctx) {
    accounts.revoke(Guard.actor(ctx), id(ctx));
    ctx.status(204);
  }

  private void revokeDevice(Context ctx) {
    accounts.revokeDevice(Guard.actor(ctx), id(ctx));
    ctx.status(204);
  }

  private void report(Context ctx) {
    UUID id = id(ctx);
    Session session = Guard.session(ctx);
    Device.Report report = tidy(Json.read(ctx, Device.Report.class));
    Optional<Device> own =
        devices.find(id).filter(device -> device.account().equals(session.actor().id()));
    if (own.isPresent() && own.get().revokedAt() != null) {
      sessions.bindDevice(session.tokenHash(), id); // which ends this session too
      Guard.dismiss(ctx);
      return;
    }
    devices.report(id, session.actor().id(), report);
    if (!id.equals(session.device())) {
      sessions.bindDevice(session.tokenHash(), id);
    }
    ctx.status(204);
  }

  private static Device.Report tidy(Device.Report report) {
    return new Device.Report(
        text(report.name()),
        number(report.unsent()),
        number(report.missingPhotos()),
        report.persisted(),
        number(report.usage()),
        number(report.quota()),
        text(report.version()));
  }

  private static String text(String text) {
    String line = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
    return line.length() > LONGEST_TEXT ? line.substring(0, LONGEST_TEXT) : line;
  }

  private static Long number(Long number) {
    if (number != null && number < 0) {
      throw new Refusal(Reason.INVALID, "json.invalid");
    }
    return number;
  }

  private static UUID id(Context ctx) {
    return Id.parse(ctx.pathParam("id"));
  }
}
