package nl.buurtronde.oncall;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.sync.Change;
import nl.buurtronde.sync.Changes;
import org.jdbi.v3.core.Handle;

/** What the phones of the pair and of who called hear of their alarm. */
final class AlarmChanges implements Changes {
  private static final String NOUN = "alarm";

  private final Accounts accounts;

  AlarmChanges(Accounts accounts) {
    this.accounts = accounts;
  }

  /** @param called how many people were called so far */
  record Value(
      UUID id,
      String kind,
      UUID round,
      String state,
      boolean practice,
      Instant openedAt,
      Who acknowledgedBy,
      Instant acknowledgedAt,
      Instant closedAt,
      int called,
      long revision) {}

  @Override
  public List<Change> since(Handle handle, Actor actor, long after, int limit) {
    AlarmDao dao = handle.attach(AlarmDao.class);
    return dao.listOf(actor.id(), after, limit).stream()
        .map(alarm -> Change.of(NOUN, alarm.id(), alarm.revision(), value(dao, alarm)))
        .toList();
  }

  private Value value(AlarmDao dao, Alarm alarm) {
    Who owner =
        alarm.acknowledgedBy() == null
            ? null
            : accounts.find(alarm.acknowledgedBy()).map(Who::of).orElse(null);
    return new Value(
        alarm.id(),
        alarm.kind().wire(),
        alarm.round(),
        alarm.state().wire(),
        alarm.isPractice(),
        alarm.openedAt(),
        owner,
        alarm.acknowledgedAt(),
        alarm.closedAt(),
        dao.called(alarm.id()).size(),
        alarm.revision());
  }
}
