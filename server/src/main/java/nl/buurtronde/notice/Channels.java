package nl.buurtronde.notice;

import com.interaso.webpush.VapidKeys;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The channels that this installation has. */
record Channels(PushChannel push, Map<Kind, Channel> all) {
  static Channels of(NoticeConfig config, VapidKeys keys, Limits limits) {
    Web web = new Web(limits);
    Link link = new Link(config.origin());
    PushChannel push =
        new PushChannel(keys, subject(config), new PushHosts(config.pushHosts()), web);
    Map<Kind, Channel> all = new EnumMap<>(Kind.class);
    all.put(Kind.PUSH, push);
    config
        .smtp()
        .map(SmtpServer::of)
        .ifPresent(server -> all.put(Kind.EMAIL, new MailChannel(server, link, limits)));
    if (config.printPhone()) {
      all.put(Kind.PHONE, new PrintChannel(System.out, link));
    }
    config.webhook().ifPresent(uri -> all.put(Kind.PHONE, new WebhookChannel(uri, link, web)));
    return new Channels(push, all);
  }

  /** Apart from all else, so that no sign to a tenant keeps a connection from an alarm. */
  static Optional<PushChannel> forSigns(NoticeConfig config, VapidKeys keys, Limits limits) {
    boolean isKnown = config.origin().startsWith("https://") || !config.pushHosts().isEmpty();
    PushHosts hosts = new PushHosts(config.pushHosts());
    return isKnown
        ? Optional.of(new PushChannel(keys, subject(config), hosts, new Web(limits)))
        : Optional.empty();
  }

  Set<Kind> kinds() {
    return all.keySet();
  }

  Channel get(Kind kind) {
    return all.get(kind);
  }

  // Push services want to know whom to turn to when something is wrong with what we send.
  private static String subject(NoticeConfig config) {
    return config.origin().startsWith("https://")
        ? config.origin()
        : "mailto:" + config.smtp().map(SmtpServer::of).map(SmtpServer::from).orElse("beheer@buurtronde.invalid");
  }
}
