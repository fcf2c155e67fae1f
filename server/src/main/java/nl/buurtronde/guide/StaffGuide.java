package nl.buurtronde.guide;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.account.Person;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.place.Complex;
import nl.buurtronde.place.District;
import nl.buurtronde.place.Places;
import org.jdbi.v3.core.Handle;

/** The guide as staff see it: also what is planned or withdrawn, and who wrote what. */
final class StaffGuide {
  private static final int MOST_HISTORY = 20;

  /** @param savedBy a full name */
  record EditionValue<T>(
      long revision,
      @JsonUnwrapped T content,
      Instant publishAt,
      boolean withdrawn,
      Instant savedAt,
      String savedBy) {}

  record TranslationValue(String title, String text, boolean checked, boolean stale) {}

  /**
   * @param state published, planned or withdrawn: what the newest edition is
   * @param shown the revision that tenants see now, or null
   * @param history what was before the newest, the last first
   */
  record EntryValue<T>(
      UUID id,
      @JsonUnwrapped EditionValue<T> latest,
      String state,
      Long shown,
      Instant verifiedAt,
      String verifiedBy,
      Map<Language, TranslationValue> translations,
      List<EditionValue<T>> history) {}

  record Value(
      List<EntryValue<Partner>> partners,
      List<EntryValue<HouseRule>> rules,
      List<Languages.Value> languages) {}

  record Unverified(
      UUID id, PartnerKind kind, String name, UUID district, Instant verifiedAt) {}

  private final Database database;
  private final Clock clock;
  private final Accounts accounts;
  private final Places places;
  private final Entries<Partner> partners;
  private final Entries<HouseRule> rules;
  private final Verifications verifications;
  private final Languages languages;

  StaffGuide(
      Database database,
      Clock clock,
      Accounts accounts,
      Places places,
      Entries<Partner> partners,
      Entries<HouseRule> rules,
      Verifications verifications,
      Languages languages) {
    this.database = database;
    this.clock = clock;
    this.accounts = accounts;
    this.places = places;
    this.partners = partners;
    this.rules = rules;
    this.verifications = verifications;
    this.languages = languages;
  }

  /** @param district only what tenants of it see or would; null for all this person works for */
  Value list(Actor actor, UUID district) {
    Authority.requireStaff(actor);
    Set<UUID> wanted = district == null ? sees(actor) : Set.of(requireSeen(actor, district));
    return database.read(
        handle -> {
          Map<UUID, UUID> districts = districtsOfComplexes();
          Map<UUID, List<Verification>> verified = verifications.list(handle);
          Names names = new Names();
          return new Value(
              partners.list(handle).stream()
                  .filter(it -> isWanted(wanted, it.latest().content().district()))
                  .map(it -> new Shown<>(it, it.latest()))
                  .sorted(Shown.PARTNERS)
                  .map(it -> value(it.filed(), last(verified, it.filed()), names))
                  .toList(),
              rules.list(handle).stream()
                  .filter(it -> isWanted(wanted, where(it.latest().content(), districts)))
                  .map(it -> new Shown<>(it, it.latest()))
                  .sorted(Shown.RULES)
                  .map(it -> value(it.filed(), Optional.empty(), names))
                  .toList(),
              languages.list(handle));
        });
  }

  /** The partners that nobody has asked for half a year, the longest ago first. */
  List<Unverified> unverified(Actor actor) {
    Authority.requireStaff(actor);
    Set<UUID> wanted = sees(actor);
    return database.read(handle -> unverified(handle, wanted));
  }

  private List<Unverified> unverified(Handle handle, Set<UUID> wanted) {
    Map<UUID, List<Verification>> verified = verifications.list(handle);
    Instant now = clock.instant();
    return partners.list(handle).stream()
        .filter(it -> it.shownAt(now).isPresent() || !it.latest().withdrawn())
        .filter(it -> isWanted(wanted, it.latest().content().district()))
        .filter(it -> verifications.isOverdue(last(verified, it)))
        .map(
            it -> {
              Partner partner = it.latest().content();
              Instant at = last(verified, it).map(Verification::verifiedAt).orElse(null);
              return new Unverified(
                  it.id(), partner.kind(), partner.name(), partner.district(), at);
            })
        .sorted(
            Comparator.comparing(
                    Unverified::verifiedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Unverified::name))
        .toList();
  }

  private <T extends Entry> EntryValue<T> value(
      Filed<T> filed, Optional<Verification> verified, Names names) {
    Edition<T> latest = filed.latest();
    boolean planned = latest.publishAt().isAfter(clock.instant());
    return new EntryValue<>(
        filed.id(),
        value(latest, names),
        planned ? "planned" : latest.withdrawn() ? "withdrawn" : "published",
        filed.shownAt(clock.instant()).map(Edition::revision).orElse(null),
        verified.map(Verification::verifiedAt).orElse(null),
        verified.map(it -> names.of(it.verifiedBy())).orElse(null),
        filed.translated(latest.content()).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> value(it.getValue()))),
        filed.editions().stream()
            .skip(1)
            .limit(MOST_HISTORY)
            .map(it -> value(it, names))
            .toList());
  }

  private static TranslationValue value(Told told) {
    return new TranslationValue(told.title(), told.text(), told.checked(), told.stale());
  }

  private static <T extends Entry> EditionValue<T> value(Edition<T> edition, Names names) {
    return new EditionValue<>(
        edition.revision(),
        edition.content(),
        edition.publishAt(),
        edition.withdrawn(),
        edition.savedAt(),
        names.of(edition.savedBy()));
  }

  private static Optional<Verification> last(
      Map<UUID, List<Verification>> verified, Filed<Partner> filed) {
    return Verifications.find(verified, filed, filed.latest().content());
  }

  private Map<UUID, UUID> districtsOfComplexes() {
    return places.complexes().stream()
        .collect(Collectors.toMap(Complex::id, Complex::district));
  }

  private static UUID where(HouseRule rule, Map<UUID, UUID> districts) {
    return rule.complex() == null ? rule.district() : districts.get(rule.complex());
  }

  private static boolean isWanted(Set<UUID> wanted, UUID district) {
    return district == null || wanted.contains(district);
  }

  private Set<UUID> sees(Actor actor) {
    return actor.role() == Role.CARETAKER
        ? actor.districts()
        : places.districts().stream().map(District::id).collect(Collectors.toSet());
  }

  private UUID requireSeen(Actor actor, UUID district) {
    if (!sees(actor).contains(district)) {
      throw new Refusal(Reason.NOT_FOUND, "guide.district.unknown");
    }
    return district;
  }

  /** Asked once for each person, however often they wrote. */
  private final class Names {
    private final Map<UUID, String> known = new HashMap<>();

    String of(UUID account) {
      return known.computeIfAbsent(
          account, id -> accounts.find(id).map(Person::fullName).orElse("–"));
    }
  }
}
