package nl.buurtronde.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.observation.Listing;
import nl.buurtronde.observation.Observations;

/** What volunteers saw and what tenants sent in one list, newest first. */
public final class WholeDesk {
  private static final String OBSERVATION = "observation";
  private static final String REPORT = "report";
  private static final Observations.Page NO_OBSERVATIONS =
      new Observations.Page(List.of(), null, 0);
  private static final Reports.Page NO_REPORTS = new Reports.Page(List.of(), null, 0);

  private final Database database;
  private final Observations observations;
  private final Reports reports;

  WholeDesk(Database database, Observations observations, Reports reports) {
    this.database = database;
    this.observations = observations;
    this.reports = reports;
  }

  /** @param items observations and reports, each with its {@code source} */
  public record Page(List<ObjectNode> items, String cursor, long total) {}

  /** @param kind {@code observation}, one kind of reports, or null for all */
  public Page list(Actor actor, Listing listing, String kind) {
    Kind one = kind == null || kind.equals(OBSERVATION) ? null : ReportRoutes.kind(kind);
    return database.read(
        handle ->
            merge(
                one == null ? observations.list(actor, listing) : NO_OBSERVATIONS,
                OBSERVATION.equals(kind) ? NO_REPORTS : reports.list(actor, listing, one),
                listing.limit()));
  }

  /** One of the two, by its identifier alone. */
  public ObjectNode get(Actor actor, UUID id) {
    try {
      return new Item(null, id, OBSERVATION, observations.get(actor, id)).node();
    } catch (Refusal refusal) {
      if (refusal.reason() != Reason.NOT_FOUND) {
        throw refusal;
      }
      return new Item(null, id, REPORT, reports.get(actor, id)).node();
    }
  }

  private record Item(Instant receivedAt, UUID id, String source, Object value) {
    ObjectNode node() {
      ObjectNode node = Json.mapper().valueToTree(value);
      return node.put("source", source);
    }
  }

  private static Page merge(Observations.Page seen, Reports.Page sent, int limit) {
    List<Item> all =
        Stream.concat(
                seen.observations().stream()
                    .map(one -> new Item(one.receivedAt(), one.id(), OBSERVATION, one)),
                sent.reports().stream()
                    .map(one -> new Item(one.receivedAt(), one.id(), REPORT, one)))
            .sorted(
                Comparator.comparing(Item::receivedAt)
                    .thenComparing(item -> item.id().toString())
                    .reversed())
            .toList();
    List<Item> page = all.subList(0, Math.min(limit, all.size()));
    boolean more = all.size() > limit || seen.cursor() != null || sent.cursor() != null;
    Item last = page.isEmpty() ? null : page.get(page.size() - 1);
    return new Page(
        page.stream().map(Item::node).toList(),
        more ? Listing.cursor(last.receivedAt(), last.id()) : null,
        seen.total() + sent.total());
  }
}
