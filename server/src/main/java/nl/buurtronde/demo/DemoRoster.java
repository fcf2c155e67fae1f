package nl.buurtronde.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.BiConsumer;
import java.util.function.Function;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.notice.Contacts;
import nl.buurtronde.notice.Kind;
import nl.buurtronde.oncall.OnCallModule;
import nl.buurtronde.oncall.Shift;

/** Bas and Esra on call around the clock, with numbers that are nobody's. */
final class DemoRoster {
  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
  private static final Duration AHEAD = Duration.ofDays(730);
  private static final int EXERCISED_DAYS_AGO = 10;

  private final Contacts contacts;
  private final OnCallModule oncall;

  DemoRoster(Contacts contacts, OnCallModule oncall) {
    this.contacts = contacts;
    this.oncall = oncall;
  }

  /** From the clock's now until two years after the real one. */
  void fill(Function<String, Actor> people, Instant since, Instant now) {
    Actor bas = people.apply("bas");
    Actor esra = people.apply("esra");
    contacts.addProven(bas.id(), Kind.PHONE, "+31600000001");
    contacts.addProven(bas.id(), Kind.EMAIL, "bas@lindewaard.example");
    contacts.addProven(esra.id(), Kind.PHONE, "+31600000002");
    contacts.addProven(esra.id(), Kind.EMAIL, "esra@lindewaard.example");
    contacts.addUnproven(people.apply("noor").id(), Kind.PHONE, "+31600000011");
    contacts.addUnproven(people.apply("kim").id(), Kind.PHONE, "+31600000012");
    Instant until = now.plus(AHEAD);
    oncall.roster().put(esra, new Shift(Id.next(), null, bas.id(), since, until, 1));
    oncall.roster().put(esra, new Shift(Id.next(), null, esra.id(), since, until, 2));
  }

  /** One exercise, so that the channels were tested not long ago. */
  void tell(
      Function<String, Actor> people, LocalDate today, BiConsumer<Instant, Runnable> moments) {
    Instant at =
        today.minusDays(EXERCISED_DAYS_AGO).atTime(LocalTime.of(11, 0)).atZone(ZONE).toInstant();
    moments.accept(
        at,
        () ->
            oncall
                .alarms()
                .addPractice(
                    people.apply("esra").id(),
                    people.apply("bas").id(),
                    Duration.ofMinutes(3),
                    "Oefening gelukt: bericht kwam meteen aan."));
  }
}
