package nl.buurtronde.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** E-mail, handed to the operator's own mail server. */
final class MailChannel implements Channel {
  private final SmtpServer server;
  private final Link link;
  private final Session session;

  MailChannel(SmtpServer server, Link link, Limits limits) {
    this.server = server;
    this.link = link;
    this.session = Session.getInstance(properties(server, limits));
  }

  @Override
  public Receipt send(Parcel parcel) throws MessagingException, UnsupportedEncodingException {
    MimeMessage mail = compose(parcel);
    boolean hasUser = !server.user().isEmpty();
    try (SMTPTransport transport =
        (SMTPTransport) session.getTransport(server.secure() ? "smtps" : "smtp")) {
      transport.connect(
          server.host(),
          server.port(),
          hasUser ? server.user() : null,
          hasUser ? server.password() : null);
      transport.sendMessage(mail, mail.getAllRecipients());
      return Receipt.handed("SMTP " + transport.getLastReturnCode());
    } catch (SendFailedException e) {
      boolean isAddress = e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0;
      return isAddress ? Receipt.refused(status(e)) : Receipt.down(status(e));
    } catch (MessagingException e) {
      return Receipt.down("no mail server");
    }
  }

  private static String status(MessagingException e) {
    Exception cause = e;
    while (cause instanceof MessagingException one) {
      if (one instanceof SMTPAddressFailedException address) {
        return "SMTP " + address.getReturnCode();
      }
      if (one instanceof SMTPSendFailedException whole && one.getNextException() == null) {
        return "SMTP " + whole.getReturnCode();
      }
      cause = one.getNextException();
    }
    return "not accepted";
  }

  private MimeMessage compose(Parcel parcel)
      throws MessagingException, UnsupportedEncodingException {
    Delivery delivery = parcel.delivery();
    MimeMessage mail = new Numbered(session, delivery, server.from());
    mail.setFrom(new InternetAddress(server.from(), "Buurtronde", "UTF-8"));
    mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(parcel.address()));
    mail.setSubject(delivery.title(), StandardCharsets.UTF_8.name());
    mail.setText(link.under(delivery) + "\n", StandardCharsets.UTF_8.name());
    mail.setSentDate(new Date());
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("Importance", "high");
    mail.saveChanges();
    return mail;
  }

  private static Properties properties(SmtpServer server, Limits limits) {
    Properties properties = new Properties();
    for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
      properties.setProperty(protocol + "connectiontimeout", millis(limits.connect()));
      properties.setProperty(protocol + "timeout", millis(limits.whole()));
      properties.setProperty(protocol + "writetimeout", millis(limits.whole()));
      properties.setProperty(protocol + "ssl.checkserveridentity", "true");
      properties.setProperty(protocol + "auth", String.valueOf(!server.user().isEmpty()));
      // What it accepted is handed over, also when it never says goodbye.
      properties.setProperty(protocol + "quitwait", "false");
    }
    properties.setProperty("mail.smtp.starttls.enable", "true");
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(server.mustEncrypt()));
    return properties;
  }

  private static String millis(java.time.Duration duration) {
    return String.valueOf(duration.toMillis());
  }

  /** A mail that is known by its delivery, wherever it turns up. */
  private static final class Numbered extends MimeMessage {
    private final String number;

    Numbered(Session session, Delivery delivery, String from) {
      super(session);
      this.number = "<" + delivery.id() + from.substring(from.indexOf('@')) + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", number);
    }
  }
}
