package nl.buurtronde.notice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import nl.buurtronde.database.Database;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** What browsers without an account subscribe with, and who takes the signs to them. */
public final class Signs implements AutoCloseable {
  private final Database database;
  private final Optional<PushChannel> push;
  private SignCourier courier;

  /** @param push empty where no push service would take anything from this installation */
  Signs(Database database, Optional<PushChannel> push) {
    this.database = database;
    this.push = push;
  }

  /** Begins to take out what this source has, if there is a way. */
  public void start(Sign.Source source) {
    push.ifPresent(
        channel -> {
          courier = new SignCourier(database, channel, source);
          courier.start();
        });
  }

  /** What a browser must know to subscribe; empty when none can. */
  public Optional<String> publicKey() {
    return push.map(PushChannel::publicKey);
  }

  /** Reads what a browser gives out; refuses what we would not send to. */
  public Sign.Browser read(JsonNode subscription) {
    PushChannel channel =
        push.orElseThrow(() -> new Refusal(Reason.UNPROCESSABLE, "contact.push.none"));
    Subscription read = Subscription.read(subscription);
    channel.check(read);
    return new Sign.Browser(read.endpoint(), read.json());
  }

  @Override
  public void close() {
    if (courier != null) {
      courier.close();
    }
  }
}
