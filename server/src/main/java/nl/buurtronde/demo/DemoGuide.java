package nl.buurtronde.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.buurtronde.guide.Draft;
import nl.buurtronde.guide.GuideModule;
import nl.buurtronde.guide.HouseRule;
import nl.buurtronde.guide.Language;
import nl.buurtronde.guide.Partner;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;

/** The network and the house rules of Lindewaard, as Esra wrote them; all numbers are nobody's. */
final class DemoGuide {
  private static final Duration REWRITTEN = Duration.ofDays(100);

  private final GuideModule guide;
  private final GuideBook book;
  private final Map<String, UUID> districts;
  private final Map<String, UUID> complexes;

  DemoGuide(
      GuideModule guide,
      GuideBook book,
      Map<String, UUID> districts,
      Map<String, UUID> complexes) {
    this.guide = guide;
    this.book = book;
    this.districts = districts;
    this.complexes = complexes;
  }

  /**
   * @param drawn stores a picture in somebody's name, and gives its own
   */
  void tell(
      Function<String, Actor> people,
      BiFunction<String, Long, String> drawn,
      Instant since,
      Instant now,
      BiConsumer<Instant, Runnable> moments) {
    Actor esra = people.apply("esra");
    book.partners().forEach(partner -> tell(esra, partner, since, now, moments));
    for (int i = 0; i < book.rules().size(); i++) {
      tell(esra, book.rules().get(i), i, since, now, moments);
    }
    for (String code : book.checked()) {
      Language language = Language.of(code);
      moments.accept(since, () -> guide.languages().setChecked(esra, language, true));
    }
    for (GuideBook.Introduced each : book.introductions()) {
      moments.accept(
          now.minus(Duration.ofDays(each.daysAgo())),
          () ->
              guide
                  .introductions()
                  .put(
                      people.apply(each.name()),
                      each.firstName(),
                      each.drawn() ? drawn.apply(each.name(), (long) each.daysAgo()) : null));
    }
  }

  private void tell(
      Actor esra,
      GuideBook.Partner told,
      Instant since,
      Instant now,
      BiConsumer<Instant, Runnable> moments) {
    UUID id = Id.next();
    Map<String, GuideBook.Said> said = book.kinds().get(told.kind().wire());
    GuideBook.Said dutch = said.get(Language.NL.wire());
    Partner partner =
        new Partner(
            told.kind(),
            told.district() == null ? null : districts.get(told.district()),
            0,
            named(dutch.title(), told.person()),
            dutch.text(),
            told.phone(),
            told.email(),
            told.website(),
            told.hours());
    moments.accept(
        since,
        () -> {
          guide.partners().put(esra, id, new Draft<>(partner, null, false, null));
          said.forEach(
              (code, each) -> {
                Language language = Language.of(code);
                if (language != Language.NL) {
                  String name = named(each.title(), told.person());
                  guide.partners().translate(esra, id, language, name, each.text(), false);
                }
              });
        });
    if (told.verifiedDaysAgo() != null) {
      moments.accept(
          now.minus(Duration.ofDays(told.verifiedDaysAgo())),
          () -> guide.verifications().verify(esra, id));
    }
  }

  private void tell(
      Actor esra,
      GuideBook.Rule told,
      int position,
      Instant since,
      Instant now,
      BiConsumer<Instant, Runnable> moments) {
    UUID id = Id.next();
    Instant shownAt =
        told.inDays() == null ? null : now.plus(Duration.ofDays(told.inDays()));
    Instant written = since;
    if (told.was() != null) {
      HouseRule before = rule(told, position, told.was());
      moments.accept(
          since, () -> guide.rules().put(esra, id, new Draft<>(before, null, false, null)));
      written = now.minus(REWRITTEN);
    }
    HouseRule rule = rule(told, position, told.dutch().text());
    moments.accept(
        written,
        () -> {
          guide.rules().put(esra, id, new Draft<>(rule, shownAt, false, null));
          told.said()
              .forEach(
                  (code, each) -> {
                    Language language = Language.of(code);
                    if (language != Language.NL) {
                      guide
                          .rules()
                          .translate(esra, id, language, each.title(), each.text(), false);
                    }
                  });
        });
  }

  private HouseRule rule(GuideBook.Rule told, int position, String text) {
    return new HouseRule(
        told.district() == null ? null : districts.get(told.district()),
        told.complex() == null ? null : complexes.get(told.complex()),
        position,
        told.pictogram(),
        told.dutch().title(),
        text);
  }

  private static String named(String kind, String person) {
    return person == null ? kind : kind + " " + person;
  }
}
