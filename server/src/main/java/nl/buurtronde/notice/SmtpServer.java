package nl.buurtronde.notice;

import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where e-mail is handed over.
 *
 * @param user empty when the server asks for none
 * @param from the sender's address
 */
record SmtpServer(
    boolean secure, String host, int port, String user, String password, String from) {
  private static final int SUBMISSION_PORT = 587;
  private static final int SECURE_PORT = 465;

  static SmtpServer of(URI uri) {
    boolean secure = "smtps".equals(uri.getScheme());
    if (!secure && !"smtp".equals(uri.getScheme()) || uri.getHost() == null) {
      throw wrong();
    }
    String[] login = uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    String user = login.length > 0 ? decode(login[0]) : "";
    int otherwise = secure ? SECURE_PORT : SUBMISSION_PORT;
    return new SmtpServer(
        secure,
        uri.getHost(),
        uri.getPort() < 0 ? otherwise : uri.getPort(),
        user,
        login.length > 1 ? decode(login[1]) : "",
        from(uri, user));
  }

  /** A password may cross the network only under TLS. */
  boolean mustEncrypt() {
    return !secure && !user.isEmpty() && !isLoopback(host);
  }

  static boolean isLoopback(String host) {
    boolean isNumber = host.matches("127(\\.\\d{1,3}){3}|\\[?::1]?");
    try {
      return host.equals("localhost") || isNumber && InetAddress.getByName(host).isLoopbackAddress();
    } catch (java.net.UnknownHostException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "SmtpServer"; // so that no log ever shows the password
  }

  private static String from(URI uri, String user) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    String from = query.startsWith("from=") ? decode(query.substring("from=".length())) : user;
    if (!query.isEmpty() && !query.startsWith("from=") || !Address.isEmail(from)) {
      throw wrong();
    }
    return from;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException wrong() {
    return new IllegalArgumentException(
        "must be as smtps://user:password@mail.example:465?from=alarm@buurt.example");
  }
}
