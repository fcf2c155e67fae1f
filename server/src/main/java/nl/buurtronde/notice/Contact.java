package nl.buurtronde.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * One way to reach one person.
 *
 * @param address an e-mail address, a number as +31612345678, or the address of a push service
 * @param provenAt when its code came back; null while it may not be used
 */
public record Contact(
    UUID id,
    UUID account,
    Kind kind,
    String address,
    Instant provenAt,
    Instant lastHandedAt,
    Instant lastFailedAt) {

  public boolean isProven() {
    return provenAt != null;
  }

  @Override
  public String toString() {
    return "Contact " + id; // so that no log ever shows the address
  }
}
