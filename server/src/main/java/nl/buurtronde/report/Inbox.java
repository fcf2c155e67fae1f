package nl.buurtronde.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.buurtronde.account.Throttle;
import nl.buurtronde.concern.Concerns;
import nl.buurtronde.concern.Envelope;
import nl.buurtronde.concern.Followed;
import nl.buurtronde.concern.Followers;
import nl.buurtronde.concern.Register;
import nl.buurtronde.concern.Standing;
import nl.buurtronde.concern.TenantDesk;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.HourlyLimits;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.observation.Sensitivity;
import nl.buurtronde.photo.Photos;
import nl.buurtronde.place.Places;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** The door of tenants: sends, and by its code follows, replies and takes back the contact data. */
public final class Inbox {
  static final Duration FOLLOWED_AFTER_CLOSING = Duration.ofDays(90);

  private final Database database;
  private final Clock clock;
  private final Places places;
  private final Photos photos;
  private final Concerns concerns;
  private final Followers followers;
  private final Codes codes;
  private final HourlyLimits limits;
  private final HourlyLimits concernLimits;
  private final Throttle guesses;

  Inbox(
      Database database,
      Clock clock,
      Places places,
      Photos photos,
      Concerns concerns,
      Followers followers,
      Codes codes,
      HourlyLimits limits,
      HourlyLimits concernLimits) {
    this.database = database;
    this.clock = clock;
    this.places = places;
    this.photos = photos;
    this.concerns = concerns;
    this.followers = followers;
    this.codes = codes;
    this.limits = limits;
    this.concernLimits = concernLimits;
    Throttle.Rule rule = new Throttle.Rule(30, Duration.ofMinutes(1), Duration.ofMinutes(1));
    this.guesses = new Throttle(clock, rule);
  }

  /** @param missingPhotos what still has to be sent */
  public record Receipt(
      String code, String state, Instant receivedAt, List<String> missingPhotos) {}

  /** Takes it in once: the same again has the same answer, and costs nothing of the hour. */
  public Receipt send(Sending sending, String network) {
    UUID district = locate(sending);
    if (database.read(handle -> known(handle, sending.id())).isEmpty()) {
      limits(sending.concern()).require(network, district);
    }
    Envelope envelope = envelope(sending, district);
    return database.write(
        handle -> {
          Optional<Register.Known> before = known(handle, sending.id());
          if (before.isPresent()) {
            guesses.enter(network); // what it held can be guessed like a code, and has one
          }
          if (before.isEmpty()) {
            add(handle, sending, envelope);
            limits(sending.concern()).take(network, district); // last: what failed takes nothing of it
          } else if (before.get().isSameAs(envelope)) {
            guesses.takeBack(network);
            register(sending).setCode(handle, sending.id(), envelope.codeHash());
          } else {
            throw new Refusal(Reason.CONFLICT, "report.other");
          }
          return receipt(handle, sending);
        });
  }

  // A flood of reports must not silence a worry about somebody.
  private HourlyLimits limits(boolean concern) {
    return concern ? concernLimits : limits;
  }

  /** Whether a report here waits for this photo, or has it. */
  public boolean isNamed(String sha256) {
    return database.read(handle -> new ReportDao(handle).isNamed(sha256));
  }

  /** What became of it. */
  public Followed follow(String code, String network) {
    return guessing(
        code,
        network,
        found ->
            database.read(
                handle ->
                    found.concern()
                        ? concerns.follow(handle, found.id())
                        : report(handle, found.id())));
  }

  /** Writes back; the same again is one reply. */
  public void reply(String code, UUID id, String text, String network) {
    if (id == null) {
      throw new Refusal(Reason.INVALID, "id.invalid");
    }
    if (text == null || text.isBlank()) {
      throw new Refusal(Reason.INVALID, "report.text");
    }
    String words = Sending.words(text);
    guessing(
        code,
        network,
        found ->
            database.write(
                handle -> {
                  if (desk(handle, found).reply(id, words)) {
                    if (!found.concern() && Sensitivity.isIn(words)) {
                      new ReportDao(handle).setSensitive(found.id());
                    }
                    limits(found.concern()).take(network, null);
                  }
                  return null;
                }));
  }

  /** Forgets how the tenant is reached. */
  public void eraseContact(String code, String network) {
    guessing(
        code,
        network,
        found ->
            database.write(
                handle -> {
                  desk(handle, found).eraseContact();
                  return null;
                }));
  }

  /** Gives this browser a sign when the office has answered; the same again changes nothing. */
  public void addFollower(
      String code, UUID id, JsonNode subscription, String language, String network) {
    guessing(
        code,
        network,
        found -> {
          Followers.Fresh fresh = followers.read(id, subscription, language);
          return database.write(
              handle -> {
                if (followers.add(handle, found.id(), fresh)) {
                  (found.concern() ? concernLimits : limits).take(network, null);
                }
                return null;
              });
        });
  }

  public void removeFollower(String code, UUID id, String network) {
    guessing(
        code,
        network,
        found ->
            database.write(
                handle -> {
                  followers.remove(handle, found.id(), id);
                  return null;
                }));
  }

  private record Found(UUID id, boolean concern) {}

  // A guess counts from its beginning; who knew the code is given it back.
  private <T> T guessing(String code, String network, Function<Found, T> use) {
    guesses.enter(network);
    Found found = database.read(handle -> find(handle, Codes.hash(code))).orElseThrow(Inbox::unknown);
    guesses.takeBack(network);
    return use.apply(found);
  }

  // Both tables are always asked, so that a wrong, an old and a broken code take as long.
  private Optional<Found> find(Handle handle, String hash) {
    Instant oldest = clock.instant().minus(FOLLOWED_AFTER_CLOSING);
    Optional<UUID> report = Reports.REGISTER.findByCode(handle, hash, oldest);
    Optional<UUID> concern = Concerns.REGISTER.findByCode(handle, hash, oldest);
    return report
        .map(id -> new Found(id, false))
        .or(() -> concern.map(id -> new Found(id, true)));
  }

  private TenantDesk desk(Handle handle, Found found) {
    if (found.concern()) {
      return concerns.desk(handle, found.id());
    }
    Report report = new ReportDao(handle).find(found.id()).orElseThrow(Inbox::unknown);
    return new TenantDesk(
        handle,
        Reports.REGISTER,
        Reports.CONVERSATION,
        followers,
        report.id(),
        report.standing(),
        Photos.TENANT,
        clock.instant());
  }

  private Followed report(Handle handle, UUID id) {
    Report report = new ReportDao(handle).find(id).orElseThrow(Inbox::unknown);
    return Following.of(
        handle, report, missing(report.photos()), followers.of(handle, id));
  }

  // A complex says better where it is than what the phone remembered of districts.
  private UUID locate(Sending sending) {
    if (places.findDistrict(sending.district()).isEmpty()) {
      throw new Refusal(Reason.INVALID, "report.district");
    }
    return sending.complex() == null
        ? sending.district()
        : places.findDistrictOf(sending.complex()).orElse(sending.district());
  }

  private Envelope envelope(Sending s, UUID district) {
    return new Envelope(
        s.id(),
        codes.hashOf(s.id()),
        s.digest(),
        district,
        s.text(),
        s.urgency(),
        s.language(),
        s.contact(),
        s.claimedAt());
  }

  private void add(Handle handle, Sending sending, Envelope envelope) {
    if (sending.concern()) {
      concerns.add(handle, envelope, sending.complex(), sending.description());
      return;
    }
    Standing standing = Standing.fresh(clock.instant(), Revisions.next(handle));
    boolean sensitive =
        Sensitivity.isIn(sending.text())
            || sending.description() != null && Sensitivity.isIn(sending.description());
    Report report =
        new Report(
            envelope,
            standing,
            sending.kind(),
            sending.category(),
            sending.place(),
            sending.photos(),
            Similar.first(handle, codes, sending, envelope.district()),
            sensitive);
    new ReportDao(handle).insert(report, sending);
  }

  private Receipt receipt(Handle handle, Sending sending) {
    Register.Known now = known(handle, sending.id()).orElseThrow();
    return new Receipt(
        codes.of(sending.id()), now.state(), now.receivedAt(), missing(sending.photos()));
  }

  private List<String> missing(List<String> names) {
    List<String> missing = new ArrayList<>(names);
    missing.removeIf(name -> photos.hasFrom(Photos.TENANT, name));
    return missing;
  }

  private static Optional<Register.Known> known(Handle handle, UUID id) {
    return Reports.REGISTER.find(handle, id).or(() -> Concerns.REGISTER.find(handle, id));
  }

  private static Register register(Sending sending) {
    return sending.concern() ? Concerns.REGISTER : Reports.REGISTER;
  }

  private static Refusal unknown() {
    return new Refusal(Reason.NOT_FOUND, "report.unknown");
  }
}
