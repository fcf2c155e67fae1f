package nl.buurtronde.concern;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.guide.Language;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.notice.Sign;
import nl.buurtronde.notice.Signs;
import org.jdbi.v3.core.Handle;

/**
 * Browsers that get a sign when the office has answered: an address at a push service, beside what
 * it follows and without anybody's name.
 */
public final class Followers implements Sign.Source {
  private static final int MOST = 3;

  private final Clock clock;
  private final Signs signs;

  Followers(Clock clock, Signs signs) {
    this.clock = clock;
    this.signs = signs;
  }

  /** A browser that may follow, read and checked before anything is written. */
  public record Fresh(UUID id, Sign.Browser browser, String language) {}

  /** Refuses an address that we do not send to, and where nothing can be sent at all. */
  public Fresh read(UUID id, JsonNode subscription, String language) {
    String known = language == null ? Language.NL.wire() : Language.of(language).wire();
    return new Fresh(id, signs.read(subscription), known);
  }

  /** False when it was there already, and only its keys or language may have changed. */
  public boolean add(Handle handle, UUID subject, Fresh fresh) {
    FollowerDao followers = new FollowerDao(handle);
    Optional<FollowerDao.Row> known = followers.find(fresh.id());
    FollowerDao.Row same = new FollowerDao.Row(subject, fresh.browser().address());
    if (known.isPresent() && !known.get().equals(same)) {
      throw new Refusal(Reason.CONFLICT, "report.follower.other");
    }
    // Of a phone that forgot its own identifier too, so that it does not ring twice.
    if (followers.replace(fresh.id(), subject, fresh.browser(), fresh.language())) {
      return known.isEmpty();
    }
    if (followers.list(subject).size() >= MOST) {
      throw new Refusal(Reason.CONFLICT, "report.follower.many");
    }
    followers.insert(fresh.id(), subject, fresh.browser(), fresh.language(), clock.instant());
    return true;
  }

  public void remove(Handle handle, UUID subject, UUID id) {
    new FollowerDao(handle).remove(subject, id);
  }

  /** Forgets all that follow this. */
  public void removeAll(Handle handle, UUID subject) {
    new FollowerDao(handle).removeAll(subject);
  }

  /** The office said something: those that follow this are told, if and only if it is kept. */
  public void tell(Handle handle, UUID subject) {
    new FollowerDao(handle).tell(subject);
  }

  /** Which follow this, and how another may. */
  public Followed.Signs of(Handle handle, UUID subject) {
    return new Followed.Signs(
        signs.publicKey().orElse(null), new FollowerDao(handle).list(subject));
  }

  @Override
  public boolean isAny(Handle handle) {
    return !new FollowerDao(handle).listPending(1).isEmpty();
  }

  @Override
  public List<Sign> take(Handle handle, int most) {
    FollowerDao followers = new FollowerDao(handle);
    List<Sign> taken = followers.listPending(most);
    taken.forEach(sign -> followers.clear(sign.id()));
    return taken;
  }

  @Override
  public void gone(Handle handle, Sign sign) {
    new FollowerDao(handle).removeAt(sign.id(), sign.to().address());
  }

  @Override
  public Set<String> tables() {
    return Set.of("follower");
  }
}
