package nl.buurtronde.account;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Hashes and compares passwords with argon2id, few at a time: each takes 19 MB. */
final class Passwords {
  static final int LONGEST = 1000;
  private static final int AT_ONCE = 2;
  private static final int WAIT_SECONDS = 10;

  private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final String nobody = encoder.encode(Secrets.token());

  String hash(String password) {
    return inTurn(() -> encoder.encode(password));
  }

  /** Takes the same time when there is no such account, so that nobody learns which there are. */
  boolean matches(String password, Optional<String> hash) {
    boolean readable = password.length() <= LONGEST;
    boolean same =
        inTurn(() -> encoder.matches(readable ? password : "", hash.orElse(nobody)));
    return same && readable && hash.isPresent();
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new Refusal(Reason.UNAVAILABLE, "session.busy", WAIT_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal(Reason.UNAVAILABLE, "session.busy", WAIT_SECONDS);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
