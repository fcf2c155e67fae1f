package nl.buurtronde.sync;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** The phones that ever made contact. */
public final class Devices {
  private final Database database;
  private final Clock clock;

  public Devices(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public Optional<Device> find(UUID id) {
    return database.read(handle -> new DeviceDao(handle).find(id));
  }

  public List<Device> list() {
    return database.read(handle -> new DeviceDao(handle).list());
  }

  /** Notes what a phone said of itself; refuses another account's phone, and a revoked one. */
  public void report(UUID id, UUID account, Device.Report report) {
    database.write(
        handle -> {
          DeviceDao dao = new DeviceDao(handle);
          dao.find(id).ifPresent(device -> refuseOthers(device, account));
          dao.seen(id, account, clock.instant());
          dao.report(id, report, clock.instant());
          return null;
        });
  }

  /** Shuts a phone out; doing so again changes nothing. */
  public void revoke(UUID id) {
    database.write(
        handle -> {
          new DeviceDao(handle).revoke(id, clock.instant());
          return null;
        });
  }

  private static void refuseOthers(Device device, UUID account) {
    if (!device.account().equals(account)) {
      throw new Refusal(Reason.CONFLICT, "device.other");
    }
    if (device.revokedAt() != null) {
      throw new Refusal(Reason.UNAUTHENTICATED, "session.revoked");
    }
  }
}
