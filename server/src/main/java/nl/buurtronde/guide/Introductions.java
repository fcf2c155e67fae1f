package nl.buurtronde.guide;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.buurtronde.account.Account;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.photo.Photo;
import nl.buurtronde.photo.Photos;
import org.jdbi.v3.core.Handle;

/** Who lets tenants see who they are: only that person gives it, and it ends when they say so. */
public final class Introductions {
  private static final int LONGEST_NAME = 40;

  private final Database database;
  private final Clock clock;
  private final Audit audit;
  private final Accounts accounts;
  private final Photos photos;
  private volatile Predicate<String> needed = sha256 -> false;

  Introductions(
      Database database, Clock clock, Audit audit, Accounts accounts, Photos photos) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.accounts = accounts;
    this.photos = photos;
  }

  public Optional<Introduction> find(Actor actor) {
    return database.read(h -> h.attach(IntroductionDao.class).find(actor.id()));
  }

  /**
   * Consents, or changes what is shown.
   *
   * @param picture one that this person has sent, or null
   */
  public void put(Actor actor, String firstName, String picture) {
    Authority.requireVolunteer(actor);
    String name = Words.line(firstName, LONGEST_NAME, "introduction.name");
    if (picture != null && !photos.isSentBy(actor, Photo.requireName(picture))) {
      throw new Refusal(Reason.UNPROCESSABLE, "introduction.picture");
    }
    String before = find(actor).map(Introduction::picture).orElse(null);
    var told = new Introduction(actor.id(), UUID.randomUUID(), name, picture, clock.instant());
    database.write(
        handle -> {
          handle.attach(IntroductionDao.class).save(told);
          audit.record(handle, actor.id(), "introduction.given", actor.id().toString(), "");
          return null;
        });
    if (!Objects.equals(before, picture)) {
      removePicture(actor, before);
    }
  }

  /** From now on nobody is shown this person. */
  public void withdraw(Actor actor) {
    String before = find(actor).map(Introduction::picture).orElse(null);
    database.write(
        handle -> {
          if (handle.attach(IntroductionDao.class).delete(actor.id()) > 0) {
            audit.record(
                handle, actor.id(), "introduction.withdrawn", actor.id().toString(), "");
          }
          return null;
        });
    removePicture(actor, before);
  }

  /** For rooms further on that may have the same picture: it then stays. */
  public void keepWhat(Predicate<String> isNeeded) {
    needed = isNeeded;
  }

  /** Those of this district who walk now and say so. */
  List<Introduction> team(Handle handle, UUID district) {
    Set<UUID> walking =
        accounts.list().stream()
            .filter(account -> isWalking(account) && account.districts().contains(district))
            .map(Account::id)
            .collect(Collectors.toSet());
    return handle.attach(IntroductionDao.class).list().stream()
        .filter(it -> walking.contains(it.accountId()))
        .toList();
  }

  /** The file of a picture that somebody is shown with now. */
  Path getPicture(String sha256) {
    Photo.requireName(sha256);
    List<UUID> shown = database.read(h -> h.attach(IntroductionDao.class).shownWith(sha256));
    boolean consented =
        !shown.isEmpty()
            && accounts.list().stream()
                .anyMatch(account -> isWalking(account) && shown.contains(account.id()));
    if (!consented || !photos.has(sha256)) {
      throw new Refusal(Reason.NOT_FOUND, "photo.unknown");
    }
    return photos.file(sha256);
  }

  // Consent was for showing it to tenants; without that there is no reason to have it.
  private void removePicture(Actor actor, String sha256) {
    if (sha256 != null && !needed.test(sha256)) {
      photos.remove(actor.id(), sha256);
    }
  }

  private static boolean isWalking(Account account) {
    return account.role() == Role.VOLUNTEER
        && account.revokedAt() == null
        && !account.districts().isEmpty();
  }
}
