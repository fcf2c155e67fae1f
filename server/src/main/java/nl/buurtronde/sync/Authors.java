package nl.buurtronde.sync;

import java.util.UUID;
import nl.buurtronde.kernel.Actor;

/** The people behind mutations; the account room implements it. */
public interface Authors {
  /** The account as it is now, also when it was revoked since. */
  Actor actor(UUID account);

  Author describe(UUID account);
}
