package nl.buurtronde.notice;

import com.interaso.webpush.VapidKeys;
import java.time.Clock;
import java.util.function.LongSupplier;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Routes;

/** Wires contacts, what is planned for them, and the courier; nothing goes out before its start. */
public record NoticeModule(
    Contacts contacts, Notices notices, Courier courier, Signs signs, Routes routes)
    implements AutoCloseable {
  private static final String KEYS = "vapid.keys";

  public static NoticeModule create(
      Database database, Clock clock, Audit audit, Accounts accounts, NoticeConfig config) {
    return create(
        database, clock, System::nanoTime, audit, accounts, config, Limits.standard());
  }

  static NoticeModule create(
      Database database,
      Clock clock,
      LongSupplier nanos,
      Audit audit,
      Accounts accounts,
      NoticeConfig config,
      Limits limits) {
    VapidKeys keys = VapidFile.open(database.file().resolveSibling(KEYS));
    Channels channels = Channels.of(config, keys, limits);
    Courier courier = new Courier(database, clock, nanos, audit, channels, limits);
    Contacts contacts = new Contacts(
            database,
            clock,
            audit,
            accounts,
            new Numbers(config.countries()),
            channels,
            courier);
    return new NoticeModule(
        contacts,
        new Notices(database, clock, contacts, channels, courier),
        courier,
        new Signs(database, Channels.forSigns(config, keys, limits)),
        new ContactRoutes(contacts, channels));
  }

  @Override
  public void close() {
    courier.close();
    signs.close();
  }
}
