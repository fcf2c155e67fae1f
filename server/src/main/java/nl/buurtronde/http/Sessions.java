package nl.buurtronde.http;

import java.util.Optional;

/** Where sessions are kept; the account room implements it. */
public interface Sessions {
  /** Finds what belongs to the value of the session cookie, and notes that it was used. */
  Optional<Session> find(String token);
}
