package nl.buurtronde.kernel;

import java.util.List;

/** The one way to say no: a reason, and the key of the Dutch sentence that says what to do. */
public final class Refusal extends RuntimeException {
  private final Reason reason;
  private final String key;
  private final transient List<Object> args;

  public Refusal(Reason reason, String key, Object... args) {
    super(reason + " " + key, null, false, false);
    this.reason = reason;
    this.key = key;
    this.args = List.of(args);
  }

  public Reason reason() {
    return reason;
  }

  public String key() {
    return key;
  }

  public Object[] args() {
    return args.toArray();
  }
}
