package nl.buurtronde.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.concern.Concerns;
import nl.buurtronde.concern.Envelope;
import nl.buurtronde.concern.Standing;
import nl.buurtronde.observation.Event;
import nl.buurtronde.observation.Message;
import nl.buurtronde.observation.ObservationValue;
import nl.buurtronde.observation.Voices;
import org.jdbi.v3.core.Handle;

/** Makes wire values of a page of reports, with one question per table for all of them. */
final class Values {
  private final Accounts accounts;

  Values(Accounts accounts) {
    this.accounts = accounts;
  }

  List<ReportValue> of(Handle handle, List<Report> reports) {
    List<UUID> ids = reports.stream().map(Report::id).toList();
    ReportDao dao = new ReportDao(handle);
    List<Message> messages = Reports.CONVERSATION.listMessages(handle, ids);
    Map<UUID, List<Message>> said = messages.stream().collect(Collectors.groupingBy(Message::about));
    Voices voices =
        Voices.of(accounts, messages.stream().map(Message::by).collect(Collectors.toSet()));
    Map<UUID, Long> seen = dao.seen(ids);
    Set<String> stored = dao.stored(ids);
    return reports.stream()
        .map(
            report ->
                value(
                    report,
                    said.getOrDefault(report.id(), List.of()).stream()
                        .map(voices::message)
                        .toList(),
                    seen.getOrDefault(report.id(), 0L),
                    stored))
        .toList();
  }

  /** With how to reach who sent it, and what was done. */
  ReportValue opened(Handle handle, Report report) {
    List<Event> events = Reports.CONVERSATION.listEvents(handle, report.id());
    Set<UUID> people = new HashSet<>();
    events.forEach(event -> people.add(event.by()));
    Voices voices = Voices.of(accounts, people);
    List<ObservationValue.EventValue> history = new ArrayList<>();
    history.add(Concerns.sent(report.standing().receivedAt(), report.envelope().claimedAt()));
    events.forEach(event -> history.add(voices.event(event)));
    return of(handle, List.of(report)).get(0).with(report.envelope().contact(), history);
  }

  static List<ObservationValue.PhotoValue> photos(Report report, Set<String> stored) {
    return report.photos().stream()
        .map(sha -> new ObservationValue.PhotoValue(sha, stored.contains(sha)))
        .toList();
  }

  private static ReportValue value(
      Report report,
      List<ObservationValue.MessageValue> messages,
      long seen,
      Set<String> stored) {
    Envelope e = report.envelope();
    Standing s = report.standing();
    return new ReportValue(
        e.id(),
        report.kind().wire(),
        e.district(),
        report.category(),
        e.text(),
        e.urgency(),
        report.place(),
        photos(report, stored),
        e.language(),
        !e.contact().isEmpty(),
        s.progress().state().wire(),
        s.progress().awaits().wire(),
        s.progress().outcome(),
        e.claimedAt(),
        s.receivedAt(),
        s.changedAt(),
        s.revision(),
        report.sensitive(),
        report.alsoSeen(),
        seen,
        messages,
        null,
        null);
  }
}
