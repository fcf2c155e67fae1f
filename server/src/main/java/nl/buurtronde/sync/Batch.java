package nl.buurtronde.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;
import org.jdbi.v3.core.Handle;

/** The mutations of one push, inside its transaction. */
final class Batch {
  private final Handle handle;
  private final Applier applier;
  private final UUID device;
  private final Actor author;
  private final Instant now;
  private final boolean dismissed;
  private final MutationDao mutations;
  private boolean anyParked;

  Batch(
      Handle handle, Applier applier, UUID device, Actor author, Instant now, boolean dismissed) {
    this.handle = handle;
    this.applier = applier;
    this.device = device;
    this.author = author;
    this.now = now;
    this.dismissed = dismissed;
    this.mutations = new MutationDao(handle);
    this.anyParked = mutations.isAnyParked();
  }

  /** Answers each mutation; stops the whole push at a gap, or at a number used otherwise. */
  List<PushOutcome.Result> take(
      List<Incoming> incoming, List<Mutations.Prepared> prepared, long lastN, String epoch) {
    if (incoming.isEmpty()) {
      return List.of();
    }
    if (incoming.get(0).n() > lastN + 1) {
      throw new Push.Stop(new PushOutcome.Gap("gap", lastN + 1, epoch));
    }
    Map<UUID, StoredMutation> known = known(incoming);
    List<PushOutcome.Result> results = new ArrayList<>();
    for (int i = 0; i < incoming.size(); i++) {
      Incoming mutation = incoming.get(i);
      StoredMutation stored =
          mutation.n() <= lastN
              ? mutations.find(device, mutation.n()).orElseThrow()
              : known.get(mutation.id());
      if (stored != null && !isSame(stored, mutation)) {
        throw new Push.Stop(new PushOutcome.Conflict("conflict", mutation.n(), epoch));
      }
      if (mutation.n() > lastN) {
        stored = keep(mutation, prepared.get(i), stored);
        known.putIfAbsent(mutation.id(), stored);
      }
      results.add(result(stored));
    }
    return results;
  }

  private Map<UUID, StoredMutation> known(List<Incoming> incoming) {
    Map<UUID, StoredMutation> known = new HashMap<>();
    for (Incoming mutation : incoming) {
      mutations.find(mutation.id()).ifPresent(stored -> known.put(stored.id(), stored));
    }
    return known;
  }

  private static boolean isSame(StoredMutation stored, Incoming mutation) {
    return stored.id().equals(mutation.id()) && stored.digest().equals(mutation.digest());
  }

  private StoredMutation keep(
      Incoming mutation, Mutations.Prepared prepared, StoredMutation known) {
    Verdict verdict =
        known != null
            ? new Verdict(Verdict.Status.DUPLICATE, known.revision(), known.reason())
            : judge(mutation, prepared);
    StoredMutation stored =
        new StoredMutation(
            device,
            mutation.n(),
            mutation.id(),
            author.id(),
            mutation.name(),
            mutation.entity(),
            mutation.raw(),
            mutation.digest(),
            mutation.at(),
            now,
            verdict.status().wire(),
            verdict.revision(),
            verdict.reason());
    mutations.insert(stored);
    if (verdict.status() == Verdict.Status.QUARANTINED) {
      anyParked = true;
      handle
          .attach(QuarantineDao.class)
          .park(
              mutation.id(),
              author.id(),
              mutation.entity(),
              verdict.reason(),
              Revisions.next(handle));
    } else if (anyParked && verdict.status() != Verdict.Status.DUPLICATE) {
      Waiting.letIn(handle, applier, mutation.entity());
    }
    return stored;
  }

  private Verdict judge(Incoming mutation, Mutations.Prepared prepared) {
    if (dismissed) {
      return Verdict.quarantined("device.revoked");
    }
    if (mutation.mutation() == null) {
      return Verdict.quarantined("mutation.invalid");
    }
    return applier.apply(mutation.mutation(), prepared, author, false, handle);
  }

  private static PushOutcome.Result result(StoredMutation stored) {
    return new PushOutcome.Result(
        stored.n(), stored.id(), stored.status(), stored.revision(), stored.reason());
  }
}
