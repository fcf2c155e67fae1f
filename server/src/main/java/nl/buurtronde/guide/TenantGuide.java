package nl.buurtronde.guide;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtronde.category.Categories;
import nl.buurtronde.category.Category;
import nl.buurtronde.database.Database;
import nl.buurtronde.guide.TenantWire.CategoryValue;
import nl.buurtronde.guide.TenantWire.ComplexValue;
import nl.buurtronde.guide.TenantWire.DistrictValue;
import nl.buurtronde.guide.TenantWire.Districts;
import nl.buurtronde.guide.TenantWire.Guide;
import nl.buurtronde.guide.TenantWire.Limits;
import nl.buurtronde.guide.TenantWire.Member;
import nl.buurtronde.guide.TenantWire.Named;
import nl.buurtronde.guide.TenantWire.PartnerValue;
import nl.buurtronde.guide.TenantWire.RuleValue;
import nl.buurtronde.guide.TenantWire.Translated;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.place.Complex;
import nl.buurtronde.place.District;
import nl.buurtronde.place.Places;
import org.jdbi.v3.core.Handle;

/** The guide as tenants get it, and the districts they choose from. */
final class TenantGuide {
  /** What those answers are made of. */
  static final Set<String> TABLES =
      Set.of(
          "guide_edition",
          "guide_translation",
          "partner_verification",
          "guide_language",
          "introduction",
          "account",
          "account_district",
          "category",
          "district",
          "complex");

  private static final int MOST_OUTLINE_POINTS = 200;
  private static final Limits LIMITS = new Limits(3, 2_000);

  private final Database database;
  private final Clock clock;
  private final Places places;
  private final Categories categories;
  private final Entries<Partner> partners;
  private final Entries<HouseRule> rules;
  private final Verifications verifications;
  private final Languages languages;
  private final Introductions introductions;
  private final Association association;

  TenantGuide(
      Database database,
      Clock clock,
      Places places,
      Categories categories,
      Entries<Partner> partners,
      Entries<HouseRule> rules,
      Verifications verifications,
      Languages languages,
      Introductions introductions,
      Association association) {
    this.database = database;
    this.clock = clock;
    this.places = places;
    this.categories = categories;
    this.partners = partners;
    this.rules = rules;
    this.verifications = verifications;
    this.languages = languages;
    this.introductions = introductions;
    this.association = association;
  }

  District getDistrict(UUID id) {
    return places
        .findDistrict(id)
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "guide.district.unknown"));
  }

  Shelf.Made guide(District district, Language language) {
    return database.read(
        handle -> {
          Instant now = clock.instant();
          List<Filed<Partner>> filedPartners = partners.list(handle);
          List<Filed<HouseRule>> filedRules = rules.list(handle);
          Guide guide =
              new Guide(
                  new Named(district.id(), district.name()),
                  language,
                  0,
                  association,
                  partnersOf(handle, filedPartners, district, language, now),
                  rulesOf(filedRules, district, language, now),
                  introductions.team(handle, district.id()).stream()
                      .map(it -> new Member(it.publicId(), it.firstName(), it.picture()))
                      .toList(),
                  categories.list().stream()
                      .filter(Category::active)
                      .map(it -> new CategoryValue(it.key(), it.label(), it.icon(), it.position()))
                      .toList(),
                  languages.list(handle),
                  LIMITS);
          return new Shelf.Made(
              json(guide.at(revision(guide))),
              nextChange(Stream.concat(filedPartners.stream(), filedRules.stream()), now));
        });
  }

  Shelf.Made districts() {
    return database.read(
        handle -> {
          Map<UUID, List<ComplexValue>> complexes =
              places.complexes().stream()
                  .collect(
                      Collectors.groupingBy(
                          Complex::district,
                          Collectors.mapping(TenantGuide::value, Collectors.toList())));
          List<DistrictValue> all =
              places.districts().stream()
                  .map(
                      it ->
                          new DistrictValue(
                              it.id(),
                              it.name(),
                              it.sketch(MOST_OUTLINE_POINTS),
                              complexes.getOrDefault(it.id(), List.of())))
                  .toList();
          byte[] body = json(new Districts(all, languages.list(handle)));
          return new Shelf.Made(body, Optional.empty());
        });
  }

  /** When, unless somebody saves something, another edition is shown. */
  static Optional<Instant> nextChange(Stream<? extends Filed<?>> filed, Instant now) {
    return filed
        .flatMap(each -> each.editions().stream())
        .map(Edition::publishAt)
        .filter(at -> at.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  private List<PartnerValue> partnersOf(
      Handle handle,
      List<Filed<Partner>> filed,
      District district,
      Language language,
      Instant now) {
    Map<UUID, List<Verification>> verified = verifications.list(handle);
    return filed.stream()
        .flatMap(it -> it.shownAt(now).map(edition -> new Shown<>(it, edition)).stream())
        .filter(it -> isIn(it.content().district(), district))
        .sorted(Shown.PARTNERS)
        .map(it -> value(it, language, verified))
        .toList();
  }

  private static PartnerValue value(
      Shown<Partner> shown, Language language, Map<UUID, List<Verification>> verified) {
    Partner partner = shown.content();
    Told told = shown.filed().told(shown.edition(), language);
    return new PartnerValue(
        shown.filed().id(),
        partner.kind(),
        told.title(),
        told.text(),
        partner.phone(),
        partner.email(),
        partner.website(),
        partner.hours(),
        Verifications.find(verified, shown.filed(), partner)
            .map(Verification::verifiedAt)
            .orElse(null),
        told.language(),
        told.checked());
  }

  private List<RuleValue> rulesOf(
      List<Filed<HouseRule>> filed, District district, Language language, Instant now) {
    Set<UUID> complexes =
        places.complexes().stream()
            .filter(complex -> complex.district().equals(district.id()))
            .map(Complex::id)
            .collect(Collectors.toSet());
    return filed.stream()
        .flatMap(it -> it.shownAt(now).map(edition -> new Shown<>(it, edition)).stream())
        .filter(
            it ->
                it.content().complex() == null
                    ? isIn(it.content().district(), district)
                    : complexes.contains(it.content().complex()))
        .sorted(Shown.RULES)
        .map(it -> value(it, language))
        .toList();
  }

  private static RuleValue value(Shown<HouseRule> shown, Language language) {
    HouseRule rule = shown.content();
    Told told = shown.filed().told(shown.edition(), language);
    return new RuleValue(
        shown.filed().id(),
        rule.complex(),
        rule.pictogram(),
        told.title(),
        told.text(),
        told.language(),
        told.checked(),
        shown.filed().translated(rule).entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    it ->
                        new Translated(
                            it.getValue().title(),
                            it.getValue().text(),
                            it.getValue().checked()),
                    (a, b) -> a,
                    () -> new java.util.EnumMap<>(Language.class))));
  }

  private static boolean isIn(UUID ofEntry, District district) {
    return ofEntry == null || ofEntry.equals(district.id());
  }

  private static ComplexValue value(Complex complex) {
    return new ComplexValue(
        complex.id(),
        complex.code(),
        complex.name(),
        complex.street(),
        complex.numbers(),
        complex.postcode(),
        rounded(complex.lat()),
        rounded(complex.lon()));
  }

  // Ten metres: enough for a map, and no more than tenants' own places have.
  private static Double rounded(Double degrees) {
    return degrees == null ? null : Math.round(degrees * 1e4) / 1e4;
  }

  // From what it says, for a plan that comes into force and a person who is revoked write no row
  // of ours. JavaScript holds 53 bits.
  private static long revision(Guide guide) {
    return Long.parseLong(Shelf.hash(json(guide)).substring(0, 12), 16);
  }

  private static byte[] json(Object value) {
    try {
      return Json.mapper().writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
