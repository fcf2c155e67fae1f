package nl.buurtronde.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.concern.Envelope;
import nl.buurtronde.concern.Followed;
import nl.buurtronde.concern.Standing;
import nl.buurtronde.observation.State;
import org.jdbi.v3.core.Handle;

/**
 * What a tenant sees of a report, and how far the office is with the earlier one that the tenant
 * pointed at: no word of it, for anybody may say that they saw the same.
 */
final class Following {
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
        own.changedAt(),
        messages(handle, report.id()),
        report.alsoSeen() != null,
        missingPhotos,
        signs);
  }

  // Staff handle the first of several; the others hear of that until theirs is handled itself.
  private static boolean isFurther(Standing other, Standing own) {
    State state = own.progress().state();
    return (state == State.NEW || state == State.ACKNOWLEDGED)
        && other.progress().state().compareTo(state) > 0;
  }

  private static State ofOther(State state) {
    return state == State.CLOSED ? state : State.ACKNOWLEDGED;
  }

  private static List<Followed.Said> messages(Handle handle, UUID id) {
    return Reports.CONVERSATION.listMessages(handle, List.of(id)).stream()
        .map(Followed.Said::of)
        .toList();
  }
}
