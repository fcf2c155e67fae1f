package nl.buurtronde.report;

import java.nio.file.Path;
import java.time.Clock;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.concern.ConcernModule;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.HourlyLimits;
import nl.buurtronde.http.Network;
import nl.buurtronde.http.Routes;
import nl.buurtronde.observation.Observations;
import nl.buurtronde.photo.Photos;
import nl.buurtronde.place.Places;

/** Wires the room. */
public record ReportModule(Reports reports, Inbox inbox, Retention retention, Routes routes) {
  /**
   * @param key the file of the key from which the codes follow; made when absent
   * @param phone whom tenants ring when too much comes in at once, or empty
   */
  public static ReportModule create(
      Database database,
      Clock clock,
      Audit audit,
      Accounts accounts,
      Places places,
      Photos photos,
      Observations observations,
      ConcernModule concern,
      Network network,
      HourlyLimits.Rates rates,
      String phone,
      Path key) {
    Reports reports = new Reports(database, clock, audit, new Values(accounts), concern.followers());
    Codes codes = Codes.open(key);
    Inbox inbox =
        new Inbox(
            database,
            clock,
            places,
            photos,
            concern.concerns(),
            concern.followers(),
            codes,
            new HourlyLimits(clock, rates, phone),
            new HourlyLimits(clock, rates, phone));
    WholeDesk desk = new WholeDesk(database, observations, reports);
    Routes staff = new ReportRoutes(reports, desk);
    Routes tenants =
        new PublicRoutes(
            inbox,
            new Similar(database, clock, places, codes),
            photos,
            new PublicLimits(clock, rates, phone),
            network);
    return new ReportModule(
        reports,
        inbox,
        new Retention(
            database, clock, audit, concern.concerns(), concern.followers(), photos),
        routes -> {
          staff.add(routes);
          tenants.add(routes);
        });
  }
}
