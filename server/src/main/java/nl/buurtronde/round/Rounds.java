package nl.buurtronde.round;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.jdbi.v3.core.Handle;

/** The rounds as others see them: the desk, and those who watch over whoever is under way. */
public final class Rounds {
  private static final int MOST = 500;

  private final Database database;
  private final Clock clock;
  private final Walkers walkers;
  private final Ledger ledger;
  private final Values values;

  Rounds(Database database, Clock clock, Walkers walkers, Ledger ledger, Values values) {
    this.database = database;
    this.clock = clock;
    this.walkers = walkers;
    this.ledger = ledger;
    this.values = values;
  }

  public Optional<Round> find(Handle handle, UUID id) {
    return new RoundDao(handle).find(id);
  }

  /** Those under way, the first due in front. */
  public List<Round> listOpen(Handle handle) {
    return new RoundDao(handle).listOpen();
  }

  /** The ids of the same, also where one cannot be read. */
  public List<String> listOpenIds(Handle handle) {
    return new RoundDao(handle).listOpenIds();
  }

  /** The round that somebody is under way on; of several the one begun last. */
  public Optional<Round> findOpenOf(Handle handle, UUID account) {
    return new RoundDao(handle).findOpenOf(account);
  }

  /** The pair was asked why they are not back; a later deadline forgets it. */
  public void asked(Handle handle, UUID id) {
    new RoundDao(handle).setAsked(id, clock.instant());
  }

  /** Tells the pair's phones who watches now; of one person, or of who is back, nobody does. */
  public void setWatch(Handle handle, UUID id, Watched watched) {
    new RoundDao(handle).find(id).ifPresent(round -> ledger.setWatch(handle, round, watched));
  }

  public void watchedBy(Watch watch) {
    ledger.watchedBy(watch);
  }

  /** Called in the transaction, after each change that a phone made. */
  public void onChange(BiConsumer<Handle, Round> listener) {
    ledger.onChange(listener);
  }

  public boolean mayWalk(Handle handle, UUID account) {
    return walkers.mayWalk(handle, account, clock.instant());
  }

  /** For the demo and for tests; a coordinator does it through the routes. */
  public void certify(Handle handle, UUID account, UUID by) {
    new WalkerDao(handle).certify(account, by, clock.instant());
  }

  /**
   * Newest first, at most 500, of the districts the caller sees.
   *
   * @param state one, "open" for those under way, or null for all
   * @param district only of this one, or null
   */
  List<RoundValue> list(Actor actor, String state, UUID district) {
    List<State> states = RoundListing.states(state);
    List<UUID> districts = RoundListing.districts(actor, district);
    return database.read(
        handle -> values.of(handle, new Sight(handle, actor).list(states, districts, MOST), actor));
  }

  RoundValue get(Actor actor, UUID id) {
    return database.read(
        handle -> {
          Round round =
              find(handle, id)
                  .filter(new Sight(handle, actor)::isOpenTo)
                  .orElseThrow(() -> new Refusal(Reason.NOT_FOUND, "round.unknown"));
          return values.withHistory(handle, round, actor);
        });
  }
}
