package nl.buurtronde.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import nl.buurtronde.concern.Contact;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.observation.Handling;
import nl.buurtronde.photo.Photos;
import nl.buurtronde.report.Inbox;
import nl.buurtronde.report.Kind;
import nl.buurtronde.report.Reports;
import nl.buurtronde.report.Sending;

/** What tenants sent, and what became of it. */
final class DemoReports {
  private static final String NETWORK = "demo";

  private final Inbox inbox;
  private final Reports reports;
  private final Photos photos;
  private final Map<String, UUID> districts;
  private final Map<String, UUID> complexes;
  private final Function<String, Actor> actors;
  private final Map<UUID, String> codes = new HashMap<>();

  DemoReports(
      Inbox inbox,
      Reports reports,
      Photos photos,
      Map<String, UUID> districts,
      Map<String, UUID> complexes,
      Function<String, Actor> actors) {
    this.inbox = inbox;
    this.reports = reports;
    this.photos = photos;
    this.districts = districts;
    this.complexes = complexes;
    this.actors = actors;
  }

  void tell(History history, LocalDate today, BiConsumer<Instant, Runnable> moments) {
    UUID before = null;
    for (History.Told told : history.reports()) {
      UUID id = Id.next();
      UUID also = Boolean.TRUE.equals(told.alsoSeen()) ? before : null;
      before = id;
      moments.accept(told.at(today), () -> send(id, told, also));
      for (History.Said said : told.messages()) {
        moments.accept(said.at(today, told.daysAgo()), () -> say(id, said));
      }
    }
  }

  private void send(UUID id, History.Told told, UUID alsoSeen) {
    ObjectNode place = null;
    if (told.complex() != null) {
      place = JsonNodeFactory.instance.objectNode();
      place.put("complex", complexes.get(told.complex()).toString());
    }
    List<String> names =
        told.photos().stream().map(subject -> store(subject, codes.size() * 17L + 5)).toList();
    Sending sending =
        new Sending(
            id,
            districts.get(told.district()),
            Kind.of(told.kind()),
            told.category(),
            told.text(),
            told.urgency() == null ? "later" : told.urgency(),
            place,
            names,
            Contact.read(told.phone(), told.email()),
            told.language(),
            alsoSeen,
            null);
    codes.put(id, inbox.send(sending, NETWORK).code());
  }

  private void say(UUID id, History.Said said) {
    if (said.kind().equals("reply")) {
      inbox.reply(codes.get(id), Id.next(), said.text(), NETWORK);
    } else {
      say(reports, actors.apply(said.by()), id, said);
    }
  }

  /** What the office says, of whatever room. */
  static void say(Handling room, Actor by, UUID id, History.Said said) {
    switch (said.kind()) {
      case "acknowledgement" -> room.acknowledge(by, id);
      case "answer" -> room.answer(by, id, Id.next(), said.text());
      case "question" -> room.ask(by, id, Id.next(), said.text());
      case "closure" -> room.close(by, id, said.outcome(), said.text());
      case "reopening" -> room.reopen(by, id, said.text());
      default -> throw new IllegalStateException("The demo cannot " + said.kind());
    }
  }

  private String store(String subject, long seed) {
    byte[] picture = DemoPhotos.draw(subject, seed);
    String name = Demo.sha256(picture);
    photos.store(Photos.ANYBODY, name, new ByteArrayInputStream(picture));
    return name;
  }
}
