package nl.buurtronde.notice;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * One push to somebody without an account, that there is something to read. It says nothing else:
 * all signs in one language are the same.
 */
public record Sign(UUID id, Browser to, String language) {
  @Override
  public String toString() {
    return "Sign"; // so that no log ever shows whose it is
  }

  /**
   * Where a browser is reached.
   *
   * @param subscription its address and its keys, as JSON
   */
  public record Browser(String address, String subscription) {
    @Override
    public String toString() {
      return "Browser";
    }
  }

  /** Who has signs to be sent. */
  public interface Source {
    /** Whether one waits. */
    boolean isAny(Handle handle);

    /** Takes some out for good: whatever becomes of them, they are not taken again. */
    List<Sign> take(Handle handle, int most);

    /** This browser is no more. */
    void gone(Handle handle, Sign sign);

    /** The tables in which a new one would show. */
    Set<String> tables();
  }
}
