package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.kernel.Id;
import org.jdbi.v3.core.Handle;

/** Writes an observation with everything that follows from it, in the caller's transaction. */
final class Ledger {
  private final Handle handle;
  private final ObservationDao observations;
  private final CarriedPhotoDao carried;

  Ledger(Handle handle) {
    this.observations = new ObservationDao(handle);
    this.carried = new CarriedPhotoDao(handle);
    this.handle = handle;
  }

  Optional<Observation> find(UUID id) {
    return observations.find(id);
  }

  /** False, and nothing written, when there is one by that identifier. */
  boolean add(Observation fresh) {
    if (!observations.insert(fresh)) {
      return false;
    }
    addPhotos(fresh, fresh.content().photos(), fresh.author());
    return true;
  }

  /**
   * Writes what the merge made of it.
   *
   * @param by whose phone still has to bring photos that are new in it
   */
  Observation save(Observation before, Merge merge, Instant now, long revision, UUID by) {
    Observation after = merge.apply(now, revision);
    observations.update(after, merge.otherTexts().stream().map(h -> h.value().textValue()).toList());
    savePhotos(before, after, by);
    boolean moved = !before.district().equals(after.district());
    if (moved || isHidden(before, after)) {
      observations.depart(before.id(), before.district(), before.isShared(), revision);
    }
    return after;
  }

  /** @param claimedAt what a phone's clock said, or null at the desk */
  void tell(Observation after, String kind, UUID by, Instant claimedAt, JsonNode detail) {
    Conversation.OBSERVATION.addEvent(
        handle,
        new Event(
            Id.next(),
            after.id(),
            after.revision(),
            kind,
            by,
            after.changedAt(),
            claimedAt,
            detail));
  }

  private static boolean isHidden(Observation before, Observation after) {
    boolean withdrawn = after.progress().state() == State.WITHDRAWN;
    return before.isShared() && !after.isShared()
        || withdrawn && before.progress().state() != State.WITHDRAWN;
  }

  private void savePhotos(Observation before, Observation after, UUID by) {
    List<String> old = before.content().photos();
    List<String> now = after.content().photos();
    if (old.equals(now)) {
      return;
    }
    old.stream().filter(sha -> !now.contains(sha)).forEach(sha -> carried.removePhoto(after.id(), sha));
    Set<String> fresh = new HashSet<>(now);
    old.forEach(fresh::remove);
    addPhotos(after, List.copyOf(fresh), by);
  }

  private void addPhotos(Observation observation, List<String> photos, UUID by) {
    if (photos.isEmpty()) {
      return;
    }
    photos.forEach(sha -> carried.addPhoto(observation.id(), sha));
    carried.tidyAwaited(by);
    photos.forEach(sha -> carried.awaitPhoto(by, sha));
  }
}
