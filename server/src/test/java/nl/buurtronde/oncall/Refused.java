package nl.buurtronde.oncall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nl.buurtronde.http.Messages;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import org.junit.jupiter.api.function.Executable;

final class Refused {
  private Refused() {}

  /** Expects a refusal for this reason, by this key, and that it has a sentence. */
  static void with(Reason reason, String key, Executable work) {
    Refusal refusal = assertThrows(Refusal.class, work);
    assertEquals(key, refusal.key());
    assertEquals(reason, refusal.reason());
    assertTrue(Messages.has(key), key);
  }
}
