package nl.buurtronde.http;

import java.time.Instant;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;

/**
 * A sign-in as it stands now.
 *
 * @param tokenHash SHA-256 of the cookie's value, in lower-case hexadecimal
 * @param csrf the token that every request that changes something must carry
 * @param device the phone it was last used from, or null while unknown
 */
public record Session(
    String tokenHash, Actor actor, State state, String csrf, UUID device, Instant expiresAt) {

  public enum State {
    LIVE,
    /** Past its idle or absolute end, for less than 90 days. */
    EXPIRED,
    /** Signed out elsewhere, its device revoked, or its account. */
    REVOKED
  }
}
