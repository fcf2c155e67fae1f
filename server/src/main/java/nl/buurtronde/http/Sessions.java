package nl.buurtronde.http;

import java.util.Optional;
import java.util.UUID;

/** Where sessions are kept; the account room implements it. */
public interface Sessions {
  /** Finds what belongs to the value of the session cookie, and notes that it was used. */
  Optional<Session> find(String token);

  /** Finds it without noting that it was used: an open page alone keeps nobody signed in. */
  Optional<Session> look(String token);

  /** Ties it to the phone it is used on, so that it ends when the phone is revoked. */
  void bindDevice(String tokenHash, UUID device);
}
