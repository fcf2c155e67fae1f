package nl.buurtronde.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.database.TransactionLost;
import nl.buurtronde.notice.Channel.Parcel;
import nl.buurtronde.notice.Delivery.State;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes out what is planned, each at most once: a delivery is marked as being sent in a commit of its
 * own before the first byte leaves. Each channel has its own few places, so that one that hangs
 * holds up nobody else.
 */
public final class Courier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int PLACES = 8;
  private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long GOODBYE_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final Database database;
  private final Clock clock;
  private final Audit audit;
  private final Channels channels;
  private final Limits limits;
  private final LongSupplier nanos;
  private final ExecutorService threads = Executors.newCachedThreadPool(Courier::helper);
  private final Thread thread = new Thread(this::run, "courier");
  private final Semaphore bell = new Semaphore(0);
  private final AtomicBoolean expected = new AtomicBoolean();
  private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;
  private volatile boolean failed;
  private volatile long looked;

  // Only the courier's own thread knows these.
  private final Map<Kind, Integer> underWay = new EnumMap<>(Kind.class);
  private final List<Finished> unnoted = new ArrayList<>();

  private record Finished(Delivery delivery, Receipt receipt) {}

  Courier(
      Database database,
      Clock clock,
      LongSupplier nanos,
      Audit audit,
      Channels channels,
      Limits limits) {
    this.database = database;
    this.clock = clock;
    this.audit = audit;
    this.channels = channels;
    this.limits = limits;
    this.nanos = nanos;
    this.looked = nanos.getAsLong();
    channels.kinds().forEach(kind -> underWay.put(kind, 0));
    database.onCommit(this::committed);
  }

  /** Begins; what was being sent when the program last ended is given up first. */
  public void start() {
    Instant now = clock.instant();
    int lost =
        database.write(
            handle -> {
              DeliveryDao deliveries = new DeliveryDao(handle);
              deliveries.failOthers(channels.kinds(), now);
              return deliveries.giveUpSending(now);
            });
    if (lost > 0) {
      LOG.warn("{} deliveries were under way when the program ended; they are not repeated", lost);
    }
    thread.start();
  }

  /** Whether it goes on looking, and its last look did all there was to do. */
  boolean isWell() {
    boolean isThere = thread.getState() == Thread.State.NEW || thread.isAlive();
    return isThere && !failed && nanos.getAsLong() - looked < STUCK_NANOS;
  }

  /** Something was planned in this transaction: look as soon as it is committed. */
  void expect() {
    expected.set(true);
  }

  /** Takes nothing new, and waits a moment for what is under way. */
  @Override
  public void close() {
    closed = true;
    bell.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }

  private void committed() {
    if (expected.getAndSet(false)) {
      bell.release();
    }
  }

  private void run() {
    while (!closed) {
      lookAround(true);
      await(TimeUnit.SECONDS.toNanos(1));
    }
    long end = System.nanoTime() + GOODBYE_NANOS;
    while (isAnyUnderWay() && System.nanoTime() < end) {
      await(end - System.nanoTime());
      lookAround(false);
    }
  }

  private void await(long nanos) {
    try {
      if (bell.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      LOG.warn("The courier was interrupted and goes on");
    }
  }

  // Whatever fails here fails for the database's sake, and is tried again within a second.
  private void lookAround(boolean takesMore) {
    try {
      for (Finished one = finished.poll(); one != null; one = finished.poll()) {
        unnoted.add(one);
      }
      boolean isMore = takesMore && database.read(handle -> new DeliveryDao(handle).isAnyPending());
      if (unnoted.isEmpty() && !isMore) {
        lookedWell();
        return;
      }
      List<Parcel> taken = database.write(handle -> noteAndTake(handle, isMore));
      unnoted.forEach(one -> underWay.merge(one.delivery().kind(), -1, Integer::sum));
      unnoted.clear();
      taken.forEach(this::send);
      lookedWell();
    } catch (RuntimeException | Error e) {
      failed = true;
      LOG.error("The courier could not use the database, and tries again", e);
    }
  }

  private void lookedWell() {
    failed = false;
    looked = nanos.getAsLong();
  }

  private List<Parcel> noteAndTake(Handle handle, boolean isMore) {
    unnoted.forEach(one -> note(handle, one));
    List<Parcel> taken = new ArrayList<>();
    if (isMore) {
      channels.kinds().forEach(kind -> taken.addAll(take(handle, kind)));
    }
    return taken;
  }

  private List<Parcel> take(Handle handle, Kind kind) {
    DeliveryDao deliveries = new DeliveryDao(handle);
    long freed = unnoted.stream().filter(one -> one.delivery().kind() == kind).count();
    int free = PLACES - underWay.get(kind) + (int) freed;
    List<Parcel> taken = new ArrayList<>();
    for (UUID id : deliveries.listPending(kind, free)) {
      Optional<Parcel> parcel = read(deliveries, id);
      if (parcel.isPresent()) {
        deliveries.markSending(id);
        taken.add(parcel.get());
      } else {
        deliveries.finish(id, State.FAILED, "removed", clock.instant());
      }
    }
    return taken;
  }

  // One that cannot be read has failed, and keeps none of the others.
  private static Optional<Parcel> read(DeliveryDao deliveries, UUID id) {
    try {
      return deliveries.findParcel(id);
    } catch (TransactionLost e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Delivery {} cannot be read", id, e);
      return Optional.empty();
    }
  }

  private void send(Parcel parcel) {
    Delivery delivery = parcel.delivery();
    underWay.merge(delivery.kind(), 1, Integer::sum);
    CompletableFuture.supplyAsync(() -> hand(parcel), threads)
        .completeOnTimeout(
            Receipt.down("timeout"), limits.whole().toMillis(), TimeUnit.MILLISECONDS)
        .thenAccept(
            receipt -> {
              finished.add(new Finished(delivery, receipt));
              bell.release();
            });
  }

  // What a channel throws may hold an address: only its kind is told. Errors too: a delivery of which
  // nobody hears any more would keep its place, and the ladder waiting.
  private Receipt hand(Parcel parcel) {
    try {
      return channels.get(parcel.delivery().kind()).send(parcel);
    } catch (Throwable e) {
      return Receipt.down(e.getClass().getSimpleName());
    }
  }

  private void note(Handle handle, Finished one) {
    Delivery delivery = one.delivery();
    Receipt receipt = one.receipt();
    Instant now = clock.instant();
    boolean isHanded = receipt.verdict() == Receipt.Verdict.HANDED;
    State state = isHanded ? State.HANDED : State.FAILED;
    new DeliveryDao(handle).finish(delivery.id(), state, receipt.detail(), now);
    ContactDao contacts = new ContactDao(handle);
    if (isHanded) {
      contacts.noteHanded(delivery.contact(), now);
      new ChannelDao(handle).noteHanded(delivery.kind(), now);
      return;
    }
    LOG.warn("Delivery {} by {} failed: {}", delivery.id(), delivery.kind().wire(), receipt.detail());
    contacts.noteFailed(delivery.contact(), now);
    if (receipt.verdict() == Receipt.Verdict.GONE) {
      contacts.remove(delivery.contact(), now);
      audit.record(handle, null, "contact.removed", delivery.contact().toString(), "gone");
    }
    // Whoever types a wrong number does not put everybody's channel in doubt.
    if (receipt.verdict() == Receipt.Verdict.DOWN && !delivery.isProof()) {
      new ChannelDao(handle).noteDown(delivery.kind(), now);
    }
  }

  private boolean isAnyUnderWay() {
    return underWay.values().stream().anyMatch(count -> count > 0);
  }

  private static Thread helper(Runnable work) {
    Thread thread = new Thread(work, "courier-channel");
    thread.setDaemon(true); // a server that never answers must not keep the program
    return thread;
  }
}
