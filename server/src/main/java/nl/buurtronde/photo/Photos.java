package nl.buurtronde.photo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import org.jdbi.v3.core.Handle;

/** The only door to pictures: takes them in cleaned, and hands them out to who may see them. */
public final class Photos {
  /** Who sends a photo without an account: all tenants together, and nobody among them. */
  public static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-7e0a075e0000");

  /** The same as an actor: without a name, a district or a right. */
  public static final Actor ANYBODY = new Actor(TENANT, "", Role.VOLUNTEER, Set.of());

  static final String OTHER_BYTES = "photo.hash";

  private final Database database;
  private final PhotoFolder folder;
  private final Darkroom darkroom;
  private final Clock clock;
  private final List<PhotoListener> listeners = new CopyOnWriteArrayList<>();
  // Many may come in at once, but none while one goes: its file and its row must go together.
  private final ReadWriteLock whole = new ReentrantReadWriteLock();

  Photos(Database database, PhotoFolder folder, Darkroom darkroom, Clock clock) {
    this.database = database;
    this.folder = folder;
    this.darkroom = darkroom;
    this.clock = clock;
  }

  /**
   * Keeps the picture whose bytes have this name. The body is read and compared even when the
   * picture is here already, and who sends what others sent before hears nothing of that: an
   * answer to the name alone would tell anybody that it exists.
   */
  public Stored store(Actor actor, String sha256, InputStream body) {
    Photo.requireName(sha256);
    try (Incoming incoming = Incoming.receive(body, folder.temporary())) {
      if (!incoming.sha256().equals(sha256)) {
        throw new Refusal(Reason.UNPROCESSABLE, OTHER_BYTES, incoming.bytes());
      }
      whole.readLock().lock();
      try {
        boolean fresh = has(sha256) ? noteSender(actor, sha256) : keep(actor, incoming);
        return new Stored(sha256, fresh);
      } finally {
        whole.readLock().unlock();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True when both its row and its file are here: a restored backup may lack files. */
  public boolean has(String sha256) {
    return find(sha256).isPresent();
  }

  /** Which of these still have to be sent, in the order they were given. */
  public List<String> missing(Collection<String> names) {
    return database.read(handle -> missing(handle, names));
  }

  /** The same for who reads already: a second reader inside a read would wait for the first. */
  public List<String> missing(Handle handle, Collection<String> names) {
    return new LinkedHashSet<>(names)
        .stream().filter(name -> find(handle, name).isEmpty()).toList();
  }

  /** Whether this person has sent it, and it is still here. */
  public boolean hasFrom(UUID sender, String sha256) {
    return database.read(
        handle ->
            handle.attach(PhotoDao.class).countSentBy(sha256, sender) > 0
                && find(handle, sha256).isPresent());
  }

  /**
   * Forgets that this person sent it; what nobody else sent is gone from the disk too. Not within
   * a write: whoever stores a photo meanwhile is waited for.
   */
  public void remove(UUID sender, String sha256) {
    removeUnless(sender, sha256, handle -> false);
  }

  /**
   * The same, unless it turns out to be needed when nothing can come in between any more. False
   * when it was.
   */
  public boolean removeUnless(UUID sender, String sha256, Predicate<Handle> needed) {
    whole.writeLock().lock();
    try {
      return database.write(
          handle -> {
            if (needed.test(handle)) {
              return false;
            }
            PhotoDao photos = handle.attach(PhotoDao.class);
            photos.forgetSender(sha256, sender);
            if (photos.countSenders(sha256) == 0) {
              photos.delete(sha256);
              folder.remove(sha256);
            }
            return true;
          });
    } finally {
      whole.writeLock().unlock();
    }
  }

  public Optional<Photo> find(String sha256) {
    return database.read(handle -> find(handle, sha256));
  }

  /** The file of a picture this person may see: sent by them, or belonging to what they may see. */
  Path getFile(Actor actor, String sha256, PhotoAccess access) {
    Photo.requireName(sha256);
    return find(sha256)
        .filter(photo -> hasSent(actor, sha256) || access.maySee(actor, sha256))
        .map(photo -> folder.file(sha256))
        .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "photo.unknown"));
  }

  /** Whether this person has sent it, and so may show it to others. */
  public boolean isSentBy(Actor actor, String sha256) {
    return has(sha256) && hasSent(actor, sha256);
  }

  /** Where the cleaned JPEG lies, or would lie. */
  public Path file(String sha256) {
    return folder.file(Photo.requireName(sha256));
  }

  /** For rooms that show whether a picture has arrived; called within the write. */
  public void onStored(PhotoListener listener) {
    listeners.add(listener);
  }

  private Optional<Photo> find(Handle handle, String sha256) {
    return handle
        .attach(PhotoDao.class)
        .find(sha256)
        .filter(photo -> Files.exists(folder.file(sha256)));
  }

  // Who sends the same bytes later has proven to hold them just as well.
  private boolean noteSender(Actor actor, String sha256) {
    return !hasSent(actor, sha256)
        && database.write(handle -> noteSender(handle, actor, sha256));
  }

  private boolean noteSender(Handle handle, Actor actor, String sha256) {
    boolean fresh = handle.attach(PhotoDao.class).sentBy(sha256, actor.id()) == 1;
    if (fresh) {
      listeners.forEach(listener -> listener.stored(handle, sha256, actor.id()));
    }
    return fresh;
  }

  private boolean hasSent(Actor actor, String sha256) {
    return database.read(h -> h.attach(PhotoDao.class).countSentBy(sha256, actor.id())) > 0;
  }

  /** File first, row second: a crash in between leaves a file that the next attempt replaces. */
  private boolean keep(Actor actor, Incoming incoming) throws IOException {
    CleanPhoto clean = darkroom.develop(incoming.file());
    folder.put(incoming.sha256(), clean.jpeg());
    var photo =
        new Photo(
            incoming.sha256(),
            clean.jpeg().length,
            clean.width(),
            clean.height(),
            actor.id(),
            clock.instant());
    return database.write(
        handle -> {
          handle.attach(PhotoDao.class).insert(photo);
          return noteSender(handle, actor, photo.sha256());
        });
  }
}
