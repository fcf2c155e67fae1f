package nl.buurtronde.notice;

import java.net.URI;
import java.util.Set;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** The push services that the server will talk to: a browser names any address it likes. */
final class PushHosts {
  private static final Set<String> KNOWN =
      Set.of(
          "fcm.googleapis.com", "updates.push.services.mozilla.com", "web.push.apple.com");
  private static final String WINDOWS = ".notify.windows.com";
  private static final int HTTPS = 443;

  private final Set<String> extra;

  PushHosts(Set<String> extra) {
    this.extra = extra;
  }

  URI require(String endpoint) {
    try {
      URI uri = new URI(endpoint);
      if (endpoint.length() <= 1000 && uri.getRawUserInfo() == null && isAllowed(uri)) {
        return uri;
      }
    } catch (java.net.URISyntaxException e) {
      // Falls through to the one refusal.
    }
    throw new Refusal(Reason.UNPROCESSABLE, "contact.push.host");
  }

  private boolean isAllowed(URI uri) {
    String host = uri.getHost();
    if (host == null) {
      return false;
    }
    if (extra.contains(host)) {
      boolean isPlain = "http".equals(uri.getScheme()) && SmtpServer.isLoopback(host);
      return isPlain || "https".equals(uri.getScheme());
    }
    return "https".equals(uri.getScheme())
        && (uri.getPort() < 0 || uri.getPort() == HTTPS)
        && (KNOWN.contains(host) || host.endsWith(WINDOWS));
  }
}
