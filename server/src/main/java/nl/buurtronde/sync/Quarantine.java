package nl.buurtronde.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.jdbi.v3.core.Handle;

/** What could not be applied: kept whole, shown to its author and to the coordinator. */
public final class Quarantine implements Changes {
  private static final String NOUN = "quarantine";
  private static final int LONGEST_ANSWER = 4_000;

  private final Database database;
  private final Clock clock;
  private final Applier applier;
  private final Authors authors;
  private final Audit audit;

  Quarantine(Database database, Clock clock, Applier applier, Authors authors, Audit audit) {
    this.database = database;
    this.clock = clock;
    this.applier = applier;
    this.authors = authors;
    this.audit = audit;
  }

  public record Answer(String text, Author by, Instant at) {}

  /**
   * @param id the mutation's
   * @param message the reason in plain Dutch
   * @param state "parked", "admitted" or "answered"
   */
  public record Item(
      UUID id,
      UUID entity,
      String name,
      JsonNode args,
      String reason,
      String message,
      String state,
      List<Answer> answers,
      Instant at,
      Instant receivedAt,
      Author author) {}

  /** What waits for the coordinator, newest first, at most 500. */
  public List<Item> list() {
    return database.read(
        handle -> {
          QuarantineDao dao = handle.attach(QuarantineDao.class);
          return items(dao, dao.listParked());
        });
  }

  /** Applies it after all, whatever its author's scope was; refuses what still cannot be applied. */
  public void admit(Actor actor, UUID id) {
    database.write(
        Messages.answering(
            handle -> {
              StoredMutation stored = getParked(handle, id);
              Mutation mutation = Waiting.mutation(stored);
              Verdict verdict =
                  mutation == null
                      ? Verdict.quarantined("mutation.invalid")
                      : applier.apply(mutation, authors.actor(stored.account()), true, handle);
              if (verdict.status() == Verdict.Status.QUARANTINED) {
                throw new Refusal(
                    Reason.UNPROCESSABLE, "quarantine.stuck", Messages.answer(verdict.reason()));
              }
              Waiting.admit(handle, stored, verdict);
              Waiting.letIn(handle, applier, stored.entity());
              audit.record(handle, actor.id(), "quarantine.admitted", id.toString(), "");
              return null;
            }));
  }

  /** Tells its author why it stays out, or what to do. */
  public void answer(Actor actor, UUID id, String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST_ANSWER) {
      throw new Refusal(Reason.INVALID, "answer.text");
    }
    database.write(
        handle -> {
          getParked(handle, id);
          QuarantineDao dao = handle.attach(QuarantineDao.class);
          dao.answer(Id.next(), id, actor.id(), text, clock.instant());
          dao.setState(id, "answered", Revisions.next(handle));
          return null;
        });
  }

  @Override
  public List<Change> since(Handle handle, Actor actor, long after, int limit) {
    QuarantineDao dao = handle.attach(QuarantineDao.class);
    List<QuarantineDao.Row> rows = dao.since(actor.id(), after, limit);
    Map<UUID, Long> revisions =
        rows.stream()
            .collect(Collectors.toMap(QuarantineDao.Row::mutation, QuarantineDao.Row::revision));
    return items(dao, rows).stream()
        .map(item -> Change.of(NOUN, item.id(), revisions.get(item.id()), item))
        .toList();
  }

  private static StoredMutation getParked(Handle handle, UUID id) {
    boolean parked =
        handle
            .attach(QuarantineDao.class)
            .find(id)
            .filter(row -> row.state().equals("parked"))
            .isPresent();
    if (!parked) {
      throw new Refusal(Reason.NOT_FOUND, "quarantine.unknown");
    }
    return new MutationDao(handle).find(id).orElseThrow();
  }

  private List<Item> items(QuarantineDao dao, List<QuarantineDao.Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<QuarantineDao.AnswerRow>> answers =
        dao.answers(rows.stream().map(QuarantineDao.Row::mutation).toList()).stream()
            .collect(Collectors.groupingBy(QuarantineDao.AnswerRow::mutation));
    Function<QuarantineDao.Row, Item> item =
        row -> item(row, answers.getOrDefault(row.mutation(), List.of()));
    return rows.stream().map(item).toList();
  }

  private Item item(QuarantineDao.Row row, List<QuarantineDao.AnswerRow> answers) {
    return new Item(
        row.mutation(),
        row.entity(),
        row.name(),
        args(row.raw()),
        row.reason(),
        Messages.answer(row.reason()),
        row.state(),
        answers.stream()
            .map(a -> new Answer(a.text(), authors.describe(a.account()), a.at()))
            .toList(),
        row.at(),
        row.receivedAt(),
        authors.describe(row.account()));
  }

  private static JsonNode args(String raw) {
    try {
      return Json.mapper().readTree(raw).path("args");
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
