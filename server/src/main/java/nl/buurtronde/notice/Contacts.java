package nl.buurtronde.notice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.account.Throttle;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.jdbi.v3.core.Handle;

/** How people can be reached: their own doing, and used only once proven. */
public final class Contacts {
  private static final Duration CODE_LIFE = Duration.ofMinutes(15);
  private static final int MOST_TRIES = 5;
  private static final int MOST_CONTACTS = 10;
  // A text message costs money, and lands on somebody's phone.
  private static final Throttle.Rule CODES =
      new Throttle.Rule(5, Duration.ofMinutes(10), Duration.ofMinutes(10));

  private final Database database;
  private final Clock clock;
  private final Audit audit;
  private final Accounts accounts;
  private final Numbers numbers;
  private final Channels channels;
  private final Courier courier;
  private final Throttle throttle;

  Contacts(
      Database database,
      Clock clock,
      Audit audit,
      Accounts accounts,
      Numbers numbers,
      Channels channels,
      Courier courier) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.accounts = accounts;
    this.numbers = numbers;
    this.channels = channels;
    this.courier = courier;
    this.throttle = new Throttle(clock, CODES);
  }

  /** Those that may be used: proven, by a channel there is, of somebody who still takes part. */
  public List<Contact> usable(Handle handle, UUID account) {
    List<Contact> usable =
        new ContactDao(handle).list(account).stream().filter(this::isUsable).toList();
    return usable.isEmpty() || accounts.isActive(account) ? usable : List.of();
  }

  public boolean isUsable(Contact contact) {
    return contact.isProven() && channels.kinds().contains(contact.kind());
  }

  public boolean isReachable(Handle handle, UUID account) {
    return !usable(handle, account).isEmpty();
  }

  /** A number for people to ring, as +31612345678; a proven one when there is one. */
  public Optional<String> phoneOf(Handle handle, UUID account) {
    List<Contact> phones =
        new ContactDao(handle)
            .list(account).stream().filter(contact -> contact.kind() == Kind.PHONE).toList();
    return phones.stream()
        .filter(Contact::isProven)
        .findFirst()
        .or(() -> phones.stream().findFirst())
        .map(Contact::address);
  }

  /** Without a code: for the demo and for tests. */
  public void addProven(UUID account, Kind kind, String address) {
    addOutside(account, kind, address, clock.instant());
  }

  /** Known, never used: for the demo and for tests. */
  public void addUnproven(UUID account, Kind kind, String address) {
    addOutside(account, kind, address, null);
  }

  List<Contact> list(Actor actor) {
    return database.read(handle -> new ContactDao(handle).list(actor.id()));
  }

  /**
   * Adds one's own, and sends a code to it where there is a channel for that. Asked once more, it is
   * there already.
   *
   * @return whether it is new
   */
  boolean add(Actor actor, UUID id, Kind kind, String address, JsonNode subscription) {
    Subscription keys = kind == Kind.PUSH ? readPush(subscription) : null;
    Contact contact =
        new Contact(id, actor.id(), kind, canonical(kind, address, keys), null, null, null);
    if (isThere(contact)) {
      return false;
    }
    if (kind != Kind.PHONE) {
      requireChannel(kind);
    }
    throttle(contact);
    return database.write(
        handle -> {
          requireRoom(handle, contact);
          String json = keys == null ? null : keys.json();
          if (!new ContactDao(handle).insert(contact, json, clock.instant())) {
            throw new Refusal(Reason.CONFLICT, "contact.taken");
          }
          audit.record(handle, actor.id(), "contact.added", id.toString(), kind.wire());
          if (channels.kinds().contains(kind)) {
            sendCode(handle, contact);
          }
          return true;
        });
  }

  /** Sends a new code; the one before is worth nothing from then on. */
  void sendCode(Actor actor, UUID id) {
    Contact own = database.read(handle -> getOwn(handle, actor, id)).contact();
    requireChannel(own.kind());
    throttle(own);
    database.write(
        handle -> {
          sendCode(handle, getOwn(handle, actor, id).contact());
          return null;
        });
  }

  void prove(Actor actor, UUID id, String typed) {
    Optional<Refusal> refusal = database.write(handle -> judge(handle, actor, id, typed));
    // Only now: the guess must be counted, and a refusal inside would undo that.
    refusal.ifPresent(
        e -> {
          throw e;
        });
  }

  void remove(Actor actor, UUID id) {
    database.write(
        handle -> {
          getOwn(handle, actor, id);
          new ContactDao(handle).remove(id, clock.instant());
          audit.record(handle, actor.id(), "contact.removed", id.toString(), "");
          return null;
        });
  }

  private Optional<Refusal> judge(Handle handle, Actor actor, UUID id, String typed) {
    ContactDao.Row row = getOwn(handle, actor, id);
    if (row.codeHash() == null || !clock.instant().isBefore(row.expiresAt())) {
      return Optional.of(new Refusal(Reason.GONE, "contact.code.expired"));
    }
    if (row.tries() >= MOST_TRIES) {
      return Optional.of(new Refusal(Reason.GONE, "contact.code.used"));
    }
    ContactDao contacts = new ContactDao(handle);
    if (!Code.isSame(row.codeHash(), Code.hash(id, typed))) {
      contacts.countTry(id);
      return Optional.of(new Refusal(Reason.UNPROCESSABLE, "contact.code.wrong"));
    }
    contacts.prove(id, clock.instant());
    audit.record(handle, actor.id(), "contact.proven", id.toString(), row.contact().kind().wire());
    if (row.contact().kind() == Kind.PUSH) {
      leaveToOne(handle, row.contact());
    }
    return Optional.empty();
  }

  // A browser belongs to who signed in last: alarms for somebody else must not show on it.
  private void leaveToOne(Handle handle, Contact contact) {
    ContactDao contacts = new ContactDao(handle);
    for (UUID other : contacts.listOthers(contact)) {
      contacts.remove(other, clock.instant());
      audit.record(handle, contact.account(), "contact.removed", other.toString(), "taken over");
    }
  }

  private void sendCode(Handle handle, Contact contact) {
    String code = Code.next();
    Instant now = clock.instant();
    int number =
        new ContactDao(handle)
            .setCode(contact.id(), Code.hash(contact.id(), code), now.plus(CODE_LIFE));
    Message message =
        new Message(
            contact.id(),
            number,
            contact.account(),
            Topic.CODE,
            code,
            Messages.sentence("notice.code.title"),
            Messages.sentence("notice.code.text", code),
            false);
    new DeliveryDao(handle).plan(message, contact, now);
    courier.expect();
  }

  private void addOutside(UUID account, Kind kind, String address, Instant provenAt) {
    String canonical = canonical(kind, address, null);
    database.write(
        handle ->
            new ContactDao(handle)
                .insert(
                    new Contact(Id.next(), account, kind, canonical, provenAt, null, null),
                    null,
                    clock.instant()));
  }

  private boolean isThere(Contact contact) {
    return database
        .read(handle -> new ContactDao(handle).find(contact.id()))
        .map(ContactDao.Row::contact)
        .filter(
            there ->
                there.account().equals(contact.account())
                    && there.kind() == contact.kind()
                    && there.address().equals(contact.address()))
        .isPresent();
  }

  private void requireRoom(Handle handle, Contact contact) {
    List<Contact> own = new ContactDao(handle).list(contact.account());
    boolean isDouble =
        own.stream()
            .filter(other -> other.kind() == contact.kind() && !other.id().equals(contact.id()))
            .anyMatch(other -> other.address().equalsIgnoreCase(contact.address()));
    if (isDouble) {
      throw new Refusal(Reason.CONFLICT, "contact.double");
    }
    if (own.size() >= MOST_CONTACTS) {
      throw new Refusal(Reason.CONFLICT, "contact.many");
    }
  }

  private void requireChannel(Kind kind) {
    if (!channels.kinds().contains(kind)) {
      throw new Refusal(Reason.UNPROCESSABLE, "contact.channel");
    }
  }

  // By person and by address: nobody's phone is to be flooded by several people either.
  private void throttle(Contact contact) {
    throttle.enter(contact.account().toString());
    throttle.enter(contact.address());
  }

  private Subscription readPush(JsonNode node) {
    Subscription subscription = Subscription.read(node);
    channels.push().check(subscription);
    return subscription;
  }

  private String canonical(Kind kind, String address, Subscription subscription) {
    return switch (kind) {
      case EMAIL -> Address.email(address);
      case PHONE -> numbers.read(address);
      case PUSH -> Optional.ofNullable(subscription).orElseThrow(Subscription::refusal).endpoint();
    };
  }

  private static ContactDao.Row getOwn(Handle handle, Actor actor, UUID id) {
    return new ContactDao(handle)
        .find(id)
        .filter(row -> row.contact().account().equals(actor.id()))
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "contact.unknown"));
  }
}
