package nl.buurtronde.concern;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.observation.Awaits;
import nl.buurtronde.observation.Conversation;
import nl.buurtronde.observation.Desk;
import nl.buurtronde.observation.Event;
import nl.buurtronde.observation.Progress;
import nl.buurtronde.sync.Revisions;
import org.jdbi.v3.core.Handle;

/** One thing that is done with what a tenant sent, by the office or by the tenant. */
public final class TenantDesk extends Desk {
  // That it was seen can wait for the next look.
  private static final Set<String> WORTH_A_SIGN = Set.of("answered", "asked", "closed");

  private final Register register;
  private final Conversation conversation;
  private final Followers followers;
  private final UUID id;
  private final Standing before;
  private Progress next;

  public TenantDesk(
      Handle handle,
      Register register,
      Conversation conversation,
      Followers followers,
      UUID id,
      Standing before,
      UUID by,
      Instant now) {
    super(handle, conversation, id, by, now);
    this.register = register;
    this.conversation = conversation;
    this.followers = followers;
    this.id = id;
    this.before = before;
  }

  /** Forgets how the tenant is reached; to be repeated. */
  public void eraseContact() {
    followers.removeAll(handle, id);
    long revision = Revisions.next(handle);
    if (register.eraseContact(handle, id, now, revision)) {
      tell("contact-erased", revision);
    }
  }

  @Override
  protected Progress progress() {
    return before.progress();
  }

  @Override
  protected Awaits sender() {
    return Awaits.TENANT;
  }

  @Override
  protected void handle(Progress progress) {
    next = progress;
  }

  @Override
  protected void save(String event) {
    long revision = Revisions.next(handle);
    register.setStanding(handle, id, before.to(next, now, revision));
    tell(event, revision);
    if (WORTH_A_SIGN.contains(event)) {
      followers.tell(handle, id);
    }
  }

  private void tell(String event, long revision) {
    conversation.addEvent(
        handle, new Event(Id.next(), id, revision, event, by, now, null, detail));
  }
}
