package nl.buurtronde.guide;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.place.Places;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** The partners, or the house rules: what was saved stays, what is shown is the last of it. */
public final class Entries<T extends Entry> {
  private static final Duration FARTHEST = Duration.ofDays(366);

  private final Database database;
  private final Clock clock;
  private final Audit audit;
  private final Places places;
  private final String kind;
  private final Class<T> type;

  Entries(
      Database database, Clock clock, Audit audit, Places places, String kind, Class<T> type) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.places = places;
    this.kind = kind;
    this.type = type;
  }

  /** Saves another edition; saying the same again changes nothing. Gives its revision. */
  public long put(Actor actor, UUID id, Draft<T> draft) {
    Authority.requireSetup(actor);
    requirePlace(draft.content());
    return database.write(
        handle -> {
          Optional<Edition<T>> latest = find(handle, id).map(Filed::latest);
          Long was = latest.map(Edition::revision).orElse(null);
          if (draft.base() != null && !draft.base().equals(was)) {
            throw new Refusal(Reason.CONFLICT, "guide.changed");
          }
          Instant now = clock.instant();
          Instant publishAt = publishAt(draft, now);
          if (latest.isPresent() && isSame(latest.get(), draft, publishAt, now)) {
            return was;
          }
          long revision = Revisions.next(handle);
          handle
              .attach(GuideDao.class)
              .add(
                  new GuideDao.EditionRow(
                      id,
                      revision,
                      kind,
                      Json.mapper().valueToTree(draft.content()),
                      publishAt,
                      draft.withdrawn(),
                      now,
                      actor.id()));
          String action = draft.withdrawn() ? ".withdrawn" : ".put";
          audit.record(handle, actor.id(), kind + action, id.toString(), "");
          return revision;
        });
  }

  /** Says the newest edition in another language; title and text null take that away. */
  public void translate(
      Actor actor, UUID id, Language language, String title, String text, boolean checked) {
    Authority.requireSetup(actor);
    Words.require(language != Language.NL, "guide.translation.dutch");
    boolean gone = title == null && text == null;
    String newTitle =
        gone ? null : Words.line(title, Words.LONGEST_TITLE, "guide.translation.title");
    String newText = gone ? null : Words.text(text, Words.LONGEST_TEXT, "guide.text");
    database.write(
        handle -> {
          Filed<T> filed = get(handle, id);
          if (!isSaid(filed, language, newTitle, newText, checked)) {
            handle
                .attach(GuideDao.class)
                .translate(
                    id,
                    language.wire(),
                    Revisions.next(handle),
                    filed.latest().revision(),
                    newTitle,
                    newText,
                    checked,
                    clock.instant(),
                    actor.id());
            String why = language.wire() + (gone ? " removed" : checked ? " checked" : "");
            audit.record(handle, actor.id(), kind + ".translated", id.toString(), why);
          }
          return null;
        });
  }

  List<Filed<T>> list(Handle handle) {
    GuideDao dao = handle.attach(GuideDao.class);
    Map<UUID, List<Translation>> translations =
        dao.translations().stream()
            .map(GuideDao.TranslationRow::translation)
            .collect(Collectors.groupingBy(Translation::entryId));
    Map<UUID, List<Edition<T>>> editions = new LinkedHashMap<>();
    for (GuideDao.EditionRow row : dao.editions(kind)) {
      editions.computeIfAbsent(row.entryId(), id -> new ArrayList<>()).add(edition(row));
    }
    return editions.entrySet().stream()
        .map(
            each ->
                new Filed<>(
                    each.getKey(),
                    each.getValue(),
                    translations.getOrDefault(each.getKey(), List.of())))
        .toList();
  }

  Filed<T> get(Handle handle, UUID id) {
    return find(handle, id).orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "guide.unknown"));
  }

  private Optional<Filed<T>> find(Handle handle, UUID id) {
    GuideDao dao = handle.attach(GuideDao.class);
    List<GuideDao.EditionRow> rows = dao.editionsOf(id);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    if (!rows.get(0).kind().equals(kind)) {
      throw new Refusal(Reason.CONFLICT, "guide.taken");
    }
    return Optional.of(
        new Filed<>(
            id,
            rows.stream().map(this::edition).toList(),
            dao.translationsOf(id).stream().map(GuideDao.TranslationRow::translation).toList()));
  }

  private Edition<T> edition(GuideDao.EditionRow row) {
    return new Edition<>(
        row.entryId(),
        row.revision(),
        Json.convert(row.content(), type),
        row.publishAt(),
        row.withdrawn(),
        row.savedAt(),
        row.savedBy());
  }

  private Instant publishAt(Draft<T> draft, Instant now) {
    Instant asked = draft.publishAt();
    if (asked != null && asked.isAfter(now.plus(FARTHEST))) {
      throw new Refusal(Reason.INVALID, "guide.publishAt");
    }
    return asked == null || asked.isBefore(now) ? now : asked;
  }

  private boolean isSame(Edition<T> latest, Draft<T> draft, Instant publishAt, Instant now) {
    boolean sameTime =
        latest.publishAt().equals(publishAt)
            || !latest.publishAt().isAfter(now) && !publishAt.isAfter(now);
    return sameTime
        && latest.withdrawn() == draft.withdrawn()
        && latest.content().equals(draft.content());
  }

  private boolean isSaid(
      Filed<T> filed, Language language, String title, String text, boolean checked) {
    Optional<Translation> last =
        filed.translations().stream().filter(it -> it.language() == language).findFirst();
    if (title == null) {
      return last.map(it -> it.title() == null).orElse(true);
    }
    return last.filter(it -> Objects.equals(it.title(), title) && it.text().equals(text))
        .filter(it -> it.checked() == checked && filed.isOf(it, filed.latest().content()))
        .isPresent();
  }

  private void requirePlace(T content) {
    UUID complex = content instanceof HouseRule rule ? rule.complex() : null;
    if (complex != null && places.findComplex(complex).isEmpty()) {
      throw new Refusal(Reason.UNPROCESSABLE, "guide.complex.unknown");
    }
    if (content.district() != null && places.findDistrict(content.district()).isEmpty()) {
      throw new Refusal(Reason.UNPROCESSABLE, "guide.district.other");
    }
  }
}
