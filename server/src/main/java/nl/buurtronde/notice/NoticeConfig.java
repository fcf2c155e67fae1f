package nl.buurtronde.notice;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * The channels that an operator set up; Web Push is always there.
 *
 * @param webhook where text messages go, for the operator's provider
 * @param smtp as {@code smtp://user:password@host:587?from=alarm@buurt.example}
 * @param printPhone whether text messages are printed on standard output: the demo without webhook
 * @param pushHosts hosts of push services beside the well-known ones
 * @param countries the dialling codes of countries that text messages go to, as 31
 * @param origin the public address that messages link to, or empty
 */
public record NoticeConfig(
    Optional<URI> webhook,
    Optional<URI> smtp,
    boolean printPhone,
    Set<String> pushHosts,
    Set<String> countries,
    String origin) {
  public NoticeConfig {
    webhook.ifPresent(NoticeConfig::checkWebhook);
    smtp.ifPresent(SmtpServer::of);
    pushHosts = Set.copyOf(pushHosts);
    countries = Set.copyOf(countries);
  }

  /** To the Netherlands alone. */
  public NoticeConfig(
      Optional<URI> webhook,
      Optional<URI> smtp,
      boolean printPhone,
      Set<String> pushHosts,
      String origin) {
    this(webhook, smtp, printPhone, pushHosts, Set.of("31"), origin);
  }

  public static void checkWebhook(URI uri) {
    boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!isWeb || uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw new IllegalArgumentException("must be as https://provider.example/hook");
    }
  }

  public static void checkSmtp(URI uri) {
    SmtpServer.of(uri);
  }

  @Override
  public String toString() {
    return "NoticeConfig"; // so that no log ever shows the mail server's password
  }
}
