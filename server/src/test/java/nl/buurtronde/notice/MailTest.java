package nl.buurtronde.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.notice.Delivery.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTest {
  @TempDir Path folder;

  @Test
  void a_mail_says_what_it_is_about_and_where_to_go() throws Exception {
    GreenMail mail = server();
    mail.setUser("alarm@buurt.example", "alarm@buurt.example", "ge:heim+@");
    try (World world = open(mail.getSmtp().getPort(), "alarm%40buurt.example:ge:heim+%40@")) {
      UUID subject = Id.next();
      Message message =
          new Message(
              subject,
              1,
              world.noor.id(),
              Topic.ALARM,
              "1",
              "Noor is\nniet terug é",
              "Bel haar.\nNu.",
              false);
      world.plan(message);
      world.await(() -> world.finished(subject));
      Delivery delivery = world.deliveries(subject).get(0);
      assertEquals(State.HANDED, delivery.state(), delivery.detail());
      assertEquals("SMTP 250", delivery.detail());

      MimeMessage got = mail.getReceivedMessages()[0];
      assertEquals("Noor is niet terug é", got.getSubject());
      assertEquals(
          "Bel haar.\nNu.\nhttps://buurt.example/alarms/1",
          got.getContent().toString().replace("\r", "").strip());
      assertEquals(World.EMAIL, got.getAllRecipients()[0].toString());
      assertEquals("Buurtronde <alarm@buurt.example>", got.getFrom()[0].toString());
      assertEquals("<" + delivery.id() + "@buurt.example>", got.getMessageID());
      assertEquals("auto-generated", got.getHeader("Auto-Submitted")[0]);
    } finally {
      mail.stop();
    }
  }

  @Test
  void a_mail_server_that_refuses_the_password_has_handed_nothing_over() {
    GreenMail mail = server();
    mail.setUser("alarm", "alarm", "geheim");
    mail.getUserManager().setAuthRequired(true);
    try (World world = open(mail.getSmtp().getPort(), "alarm:fout@")) {
      assertEquals(State.FAILED, world.deliver(world.noor).state());
      assertEquals(0, mail.getReceivedMessages().length);
      assertTrue(world.health().allDown());
    } finally {
      mail.stop();
    }
  }

  @Test
  void a_mail_server_that_does_not_know_the_address_is_not_down() throws Exception {
    try (ServerSocket picky = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        World world = open(picky.getLocalPort(), "")) {
      Thread server = new Thread(() -> refuseRecipient(picky), "picky");
      server.start();
      Delivery delivery = world.deliver(world.noor);
      assertEquals(State.FAILED, delivery.state());
      assertEquals("SMTP 550", delivery.detail());
      assertFalse(world.health().allDown());
      server.join();
    }
  }

  @Test
  void a_mail_server_that_never_greets_is_given_up() throws Exception {
    Limits limits = new Limits(Duration.ofMillis(400), Duration.ofMillis(400));
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        World world = open(silent.getLocalPort(), "", limits)) {
      assertEquals(State.FAILED, world.deliver(world.noor).state());
    }
  }

  @Test
  void a_password_is_never_sent_in_the_clear_over_a_network() {
    SmtpServer far = SmtpServer.of(URI.create("smtp://alarm:x@mail.example?from=a@buurt.example"));
    assertTrue(far.mustEncrypt());
    assertFalse(SmtpServer.of(URI.create("smtp://mail.example?from=a@buurt.example")).mustEncrypt());
    assertTrue(SmtpServer.of(URI.create("smtps://a%40b.example:x@mail.example")).secure());
  }

  @Test
  void a_wrong_mail_server_is_refused_without_repeating_its_password() {
    for (String wrong :
        List.of(
            "mail.example",
            "http://user:geheim@mail.example?from=a@b.example",
            "smtp://user:geheim@mail.example",
            "smtp://user:geheim@mail.example?from=nobody",
            "smtp://user:geheim@mail.example?to=a@b.example")) {
      String said =
          assertThrows(
                  IllegalArgumentException.class, () -> NoticeConfig.checkSmtp(URI.create(wrong)))
              .getMessage();
      assertFalse(said.contains("geheim"), said);
    }
  }

  private static void refuseRecipient(ServerSocket listening) {
    try (Socket socket = listening.accept();
        PrintStream out = new PrintStream(socket.getOutputStream(), true);
        Scanner in = new Scanner(socket.getInputStream())) {
      out.print("220 picky\r\n");
      out.flush();
      while (in.hasNextLine()) {
        String line = in.nextLine();
        out.print(line.startsWith("RCPT") ? "550 5.1.1 unknown\r\n" : "250 well\r\n");
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GreenMail server() {
    GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    return mail;
  }

  private World open(int port, String login) {
    return open(port, login, Limits.standard());
  }

  private World open(int port, String login, Limits limits) {
    URI smtp = URI.create("smtp://" + login + "127.0.0.1:" + port + "?from=alarm@buurt.example");
    NoticeConfig config =
        new NoticeConfig(Optional.empty(), Optional.of(smtp), false, Set.of(), World.ORIGIN);
    World world = new World(folder, config, limits).start();
    world.room.contacts().addProven(world.noor.id(), Kind.EMAIL, World.EMAIL);
    return world;
  }
}
