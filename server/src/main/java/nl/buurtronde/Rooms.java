package nl.buurtronde;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import nl.buurtronde.account.AccountModule;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.category.CategoryModule;
import nl.buurtronde.concern.ConcernModule;
import nl.buurtronde.database.Database;
import nl.buurtronde.guide.Association;
import nl.buurtronde.guide.GuideModule;
import nl.buurtronde.http.Network;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.notice.NoticeModule;
import nl.buurtronde.observation.ObservationModule;
import nl.buurtronde.oncall.OnCallModule;
import nl.buurtronde.photo.PhotoAccess;
import nl.buurtronde.photo.PhotoModule;
import nl.buurtronde.place.District;
import nl.buurtronde.place.PlaceModule;
import nl.buurtronde.poster.PosterModule;
import nl.buurtronde.report.ReportModule;
import nl.buurtronde.round.RoundModule;
import nl.buurtronde.sync.Devices;

/** The rooms on one database and one clock, each wired to those before it. */
record Rooms(
    Database database,
    Audit audit,
    Devices devices,
    Network network,
    PlaceModule place,
    CategoryModule category,
    AccountModule account,
    NoticeModule notice,
    RoundModule round,
    OnCallModule oncall,
    PhotoModule photo,
    GuideModule guide,
    PosterModule poster,
    ObservationModule observation,
    ConcernModule concern,
    ReportModule report)
    implements PhotoAccess, AutoCloseable {

  /** Sees every district. */
  private static final Actor OFFICE =
      new Actor(Id.next(), "office", Role.COORDINATOR, Set.of());

  static Rooms open(Config config, Clock clock) {
    Database database = Database.open(config.data());
    Audit audit = new Audit(clock);
    Devices devices = new Devices(database, clock);
    Network network = new Network(config.proxy());
    PlaceModule place = PlaceModule.create(database, audit);
    CategoryModule category = CategoryModule.create(database, audit);
    AccountModule account =
        AccountModule.create(
            database,
            audit,
            clock,
            devices,
            id -> place.places().findDistrict(id).map(District::name),
            network,
            config.origin());
    NoticeModule notice =
        NoticeModule.create(database, clock, audit, account.accounts(), config.notice());
    RoundModule round =
        RoundModule.create(database, clock, audit, account.accounts(), place.places());
    OnCallModule oncall =
        OnCallModule.create(
            database,
            clock,
            System::nanoTime,
            audit,
            account.accounts(),
            place.places(),
            notice.contacts(),
            notice.notices(),
            round.rounds(),
            config.onCall());
    PhotoModule photo = PhotoModule.create(database, photos(config), clock);
    Association association = new Association(config.association(), config.contact());
    GuideModule guide =
        GuideModule.create(
            database,
            clock,
            audit,
            account.accounts(),
            place.places(),
            category.categories(),
            photo.photos(),
            association);
    ObservationModule observation =
        ObservationModule.create(database, clock, audit, account.accounts(), place.places());
    photo.photos().onStored(observation.observations()::photoStored);
    ConcernModule concern =
        ConcernModule.create(database, clock, audit, account.accounts(), notice.signs());
    ReportModule report =
        ReportModule.create(
            database,
            clock,
            audit,
            account.accounts(),
            place.places(),
            photo.photos(),
            observation.observations(),
            concern,
            network,
            config.publicLimits(),
            config.contact(),
            config.data().resolve("report.key"));
    photo.photos().onStored(report.reports()::photoStored);
    guide
        .introductions()
        .keepWhat(sha256 -> observation.observations().maySee(OFFICE, sha256));
    return new Rooms(
        database,
        audit,
        devices,
        network,
        place,
        category,
        account,
        notice,
        round,
        oncall,
        photo,
        guide,
        PosterModule.create(place.places(), guide.shown(), association, config.origin()),
        observation,
        concern,
        report);
  }

  /** Whoever may see what carries a photo may see the photo. */
  @Override
  public boolean maySee(Actor actor, String sha256) {
    return observation.observations().maySee(actor, sha256)
        || report.reports().maySee(actor, sha256);
  }

  @Override
  public void looked(Actor actor, String sha256) {
    report.reports().looked(actor, sha256);
  }

  static Path photos(Config config) {
    return config.data().resolve("photos");
  }

  @Override
  public void close() {
    report.retention().close();
    photo.close();
    database.close();
  }
}
