package nl.buurtronde.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.concern.Envelope;
import nl.buurtronde.concern.Followed;
import nl.buurtronde.concern.Standing;
import nl.buurtronde.observation.Message;
import nl.buurtronde.observation.Sensitivity;
import nl.buurtronde.observation.State;
import org.jdbi.v3.core.Handle;

/** What a tenant sees of a report, and of the earlier one that the tenant pointed at. */
final class Following {
  // What the office asked the other, and what the other said, are between them.
  private static final Set<String> FOR_ALL = Set.of(Message.ANSWER, Message.CLOSURE);

  private Following() {}

  static Followed of(
      Handle handle, Report report, List<String> missingPhotos, Followed.Signs signs) {
    Optional<Report> other =
        report.alsoSeen() == null
            ? Optional.empty()
            : new ReportDao(handle).find(report.alsoSeen()).filter(one -> !one.sensitive());
    Standing own = report.standing();
    Standing shown = other.map(Report::standing).filter(s -> isFurther(s, own)).orElse(own);
    State state = shown == own ? own.progress().state() : ofOther(shown.progress().state());
    Set<String> stored = new HashSet<>(report.photos());
    missingPhotos.forEach(stored::remove);
    Envelope e = report.envelope();
    return new Followed(
        e.id(),
        report.kind().wire(),
        e.district(),
        report.category(),
        e.text(),
        e.urgency(),
        report.place(),
        Values.photos(report, stored),
        !e.contact().isEmpty(),
        state.wire(),
        shown.progress().outcome(),
        own.progress().awaits().wire(),
        own.receivedAt(),
        shown.changedAt().isAfter(own.changedAt()) ? shown.changedAt() : own.changedAt(),
        messages(handle, report.id(), other.map(Report::id)),
        report.alsoSeen() != null,
        missingPhotos,
        signs);
  }

  /** Whether who only saw it too reads this as well. */
  static boolean isForAll(Report first, Message message) {
    return !first.sensitive() && isForAll(message);
  }

  // Staff handle the first of several; the others hear of that until theirs is handled itself.
  private static boolean isFurther(Standing other, Standing own) {
    State state = own.progress().state();
    return (state == State.NEW || state == State.ACKNOWLEDGED)
        && other.progress().state().compareTo(state) > 0;
  }

  private static State ofOther(State state) {
    return state == State.ASKED ? State.ACKNOWLEDGED : state;
  }

  private static List<Followed.Said> messages(Handle handle, UUID id, Optional<UUID> other) {
    List<UUID> ids = new ArrayList<>(List.of(id));
    other.ifPresent(ids::add);
    return Reports.CONVERSATION.listMessages(handle, ids).stream()
        .filter(m -> m.about().equals(id) || isForAll(m))
        .sorted(Comparator.comparing(Message::at).thenComparing(m -> m.id().toString()))
        .map(Followed.Said::of)
        .toList();
  }

  private static boolean isForAll(Message message) {
    return FOR_ALL.contains(message.kind())
        && !message.text().isBlank()
        && !Sensitivity.isIn(message.text());
  }
}
