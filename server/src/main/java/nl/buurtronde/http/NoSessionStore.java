package nl.buurtronde.http;

import java.util.Optional;
import org.pac4j.core.context.WebContext;
import org.pac4j.core.context.session.SessionStore;

/** pac4j keeps nothing between requests: sessions are rows of our own, which survive a restart. */
final class NoSessionStore implements SessionStore {
  @Override
  public Optional<String> getSessionId(WebContext context, boolean createSession) {
    return Optional.empty();
  }

  @Override
  public Optional<Object> get(WebContext context, String key) {
    return Optional.empty();
  }

  @Override
  public void set(WebContext context, String key, Object value) {
    // Nothing is kept.
  }

  @Override
  public boolean destroySession(WebContext context) {
    return true;
  }

  @Override
  public Optional<Object> getTrackableSession(WebContext context) {
    return Optional.empty();
  }

  @Override
  public Optional<SessionStore> buildFromTrackableSession(WebContext context, Object session) {
    return Optional.empty();
  }

  @Override
  public boolean renewSession(WebContext context) {
    return false;
  }
}
