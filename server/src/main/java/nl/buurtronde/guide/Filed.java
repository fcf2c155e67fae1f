package nl.buurtronde.guide;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All there is of one partner or house rule.
 *
 * @param editions the newest first, at least one
 * @param translations the newest first
 */
record Filed<T extends Entry>(
    UUID id, List<Edition<T>> editions, List<Translation> translations) {
  Edition<T> latest() {
    return editions.get(0);
  }

  /** What tenants see at that moment, if anything: what was saved later goes before a plan. */
  Optional<Edition<T>> shownAt(Instant now) {
    return editions.stream()
        .filter(edition -> !edition.publishAt().isAfter(now))
        .findFirst()
        .filter(edition -> !edition.withdrawn());
  }

  /** This edition in that language, or in Dutch. */
  Told told(Edition<T> edition, Language language) {
    return find(edition.content(), language).orElseGet(() -> Told.inDutch(edition.content()));
  }

  /** This edition in every language it was translated into. */
  Map<Language, Told> translated(Entry entry) {
    Map<Language, Told> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      find(entry, language).ifPresent(told -> all.put(language, told));
    }
    return all;
  }

  // One that was made of just this Dutch, or else the newest: stale is better than not understood.
  private Optional<Told> find(Entry entry, Language language) {
    List<Translation> made =
        translations.stream()
            .filter(it -> it.language() == language)
            .takeWhile(it -> it.title() != null)
            .toList();
    return made.stream()
        .filter(it -> isOf(it, entry))
        .findFirst()
        .or(() -> made.stream().findFirst())
        .map(
            it -> {
              boolean stale = !isOf(it, entry);
              return new Told(language, it.title(), it.text(), it.checked() && !stale, stale);
            });
  }

  boolean isOf(Translation translation, Entry entry) {
    return editions.stream()
        .filter(edition -> edition.revision() == translation.edition())
        .anyMatch(edition -> edition.content().saysTheSameAs(entry));
  }
}
