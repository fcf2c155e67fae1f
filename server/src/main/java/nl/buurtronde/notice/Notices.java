package nl.buurtronde.notice;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.buurtronde.database.Database;
import nl.buurtronde.database.TransactionLost;
import nl.buurtronde.notice.Delivery.State;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be told to whom, and what became of it. */
public final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

  private final Database database;
  private final Clock clock;
  private final Contacts contacts;
  private final Channels channels;
  private final Courier courier;

  Notices(Database database, Clock clock, Contacts contacts, Channels channels, Courier courier) {
    this.database = database;
    this.clock = clock;
    this.contacts = contacts;
    this.channels = channels;
    this.courier = courier;
  }

  /**
   * Plans one delivery for each way this person can be reached, in the caller's transaction: they go
   * out if and only if that commits. Once more changes nothing.
   *
   * @return the deliveries planned now or before; 0 when this person cannot be reached
   */
  public int plan(Handle handle, Message message) {
    return plan(handle, message, contact -> true);
  }

  /** The same by one way only, for what can wait; 0 when this person has not proven that way. */
  public int plan(Handle handle, Message message, Kind kind) {
    return plan(handle, message, contact -> contact.kind() == kind);
  }

  /** All about one subject, in the order of the steps. */
  public List<Delivery> deliveries(Handle handle, UUID subject) {
    return new DeliveryDao(handle).list(subject);
  }

  public Outcome outcome(Handle handle, UUID subject, int step) {
    Set<State> states = new DeliveryDao(handle).states(subject, step);
    if (states.isEmpty()) {
      return Outcome.NONE;
    }
    if (states.contains(State.HANDED)) {
      return Outcome.HANDED;
    }
    boolean isOpen = states.contains(State.PENDING) || states.contains(State.SENDING);
    return isOpen ? Outcome.PENDING : Outcome.FAILED;
  }

  /** Whether what is planned is taken out. */
  public boolean isTakenOut() {
    return courier.isWell();
  }

  public Health health(Handle handle) {
    ContactDao all = new ContactDao(handle);
    ChannelDao last = new ChannelDao(handle);
    return new Health(
        channels.kinds().stream().map(kind -> last.find(kind, all.isInUse(kind))).toList());
  }

  private int plan(Handle handle, Message message, Predicate<Contact> ways) {
    DeliveryDao deliveries = new DeliveryDao(handle);
    for (Contact contact : contacts.usable(handle, message.account())) {
      if (ways.test(contact)) {
        plan(deliveries, message, contact);
      }
    }
    courier.expect();
    return deliveries.count(message);
  }

  // One way that fails must not take the others along, nor pass in silence.
  private void plan(DeliveryDao deliveries, Message message, Contact contact) {
    try {
      database.write(
          handle -> {
            deliveries.plan(message, contact, clock.instant());
            return null;
          });
    } catch (TransactionLost e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error(
          "No delivery of {} step {} to contact {}",
          message.subject(),
          message.step(),
          contact.id(),
          e);
    }
  }
}
