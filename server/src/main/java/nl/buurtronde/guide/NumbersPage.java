package nl.buurtronde.guide;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Messages;
import nl.buurtronde.place.District;
import nl.buurtronde.place.Places;
import org.jdbi.v3.core.Handle;

/** Whom to call, as a page that needs no script: for a browser that runs none. */
final class NumbersPage {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"))
          .withZone(ZoneId.of("Europe/Amsterdam"));

  private final Database database;
  private final Clock clock;
  private final Places places;
  private final Entries<Partner> partners;
  private final Verifications verifications;
  private final Association association;

  NumbersPage(
      Database database,
      Clock clock,
      Places places,
      Entries<Partner> partners,
      Verifications verifications,
      Association association) {
    this.database = database;
    this.clock = clock;
    this.places = places;
    this.partners = partners;
    this.verifications = verifications;
    this.association = association;
  }

  /** The line about the association, for other pages; empty when there is no number. */
  static String line(Association association) {
    if (association.phone() == null) {
      return "";
    }
    return "<p>" + Html.text(association.name()) + ": " + Html.phone(association.phone()) + "</p>";
  }

  /**
   * Whose numbers: those of one district, or of all.
   *
   * @param district null for all
   * @param isUnknown a complex was asked for that is not there
   */
  record Choice(UUID district, boolean isUnknown) {}

  /** @param code of a complex, as its poster has it; null when none was asked for */
  Choice choose(String code) {
    if (code == null || code.isBlank()) {
      return new Choice(null, false);
    }
    return places.complexes().stream()
        .filter(complex -> complex.code().equalsIgnoreCase(code.strip()))
        .findFirst()
        .map(complex -> new Choice(complex.district(), false))
        .orElse(new Choice(null, true));
  }

  Shelf.Made make(Choice choice) {
    return database.read(
        handle -> {
          Instant now = clock.instant();
          List<Filed<Partner>> filed = partners.list(handle);
          String page = page(handle, choice, filed, now);
          return new Shelf.Made(
              page.getBytes(StandardCharsets.UTF_8), TenantGuide.nextChange(filed.stream(), now));
        });
  }

  private String page(
      Handle handle, Choice choice, List<Filed<Partner>> filed, Instant now) {
    Map<UUID, List<Verification>> verified = verifications.list(handle);
    Map<String, List<Shown<Partner>>> byDistrict =
        filed.stream()
            .flatMap(it -> it.shownAt(now).map(edition -> new Shown<>(it, edition)).stream())
            .sorted(Shown.PARTNERS)
            .collect(Collectors.groupingBy(it -> String.valueOf(it.content().district())));
    StringBuilder body = new StringBuilder();
    section(body, said("everywhere"), byDistrict.get("null"), verified);
    for (District district : places.districts()) {
      if (choice.district() == null || choice.district().equals(district.id())) {
        section(body, district.name(), byDistrict.get(district.id().toString()), verified);
      }
    }
    if (choice.district() != null) {
      body.append("<p><a href=\"/numbers\">").append(said("all")).append("</a></p>");
    }
    return """
        <!doctype html>
        <html lang="nl">
          <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="description" content="%s">
            <title>%s</title>
            <link rel="icon" href="/icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/numbers.css">
          </head>
          <body>
            <main>
              <h1>%s</h1>
              <p class="first">%s %s</p>
              <p class="first">%s %s</p>
              %s
              %s
              %s
              <p><a href="/">%s</a></p>
            </main>
          </body>
        </html>
        """
        .formatted(
            said("description"),
            said("title"),
            said("title"),
            said("danger"),
            Html.phone("112"),
            said("police"),
            Html.phone("0900-8844"),
            line(association),
            choice.isUnknown() ? "<p>" + said("unknown") + "</p>" : "",
            body,
            said("app"));
  }

  private static void section(
      StringBuilder body,
      String name,
      List<Shown<Partner>> partners,
      Map<UUID, List<Verification>> verified) {
    if (partners == null) {
      return;
    }
    body.append("<section><h2>").append(Html.text(name)).append("</h2><ul>");
    for (Shown<Partner> shown : partners) {
      Partner partner = shown.content();
      body.append("<li><h3>").append(Html.text(partner.name())).append("</h3>");
      body.append("<p>").append(Html.text(partner.text())).append("</p>");
      line(body, partner.phone() == null ? null : Html.phone(partner.phone()));
      line(body, partner.email() == null ? null : Html.email(partner.email()));
      line(body, partner.website() == null ? null : Html.link(partner.website()));
      line(body, partner.hours() == null ? said("always") : DutchHours.say(partner.hours()));
      Verifications.find(verified, shown.filed(), partner)
          .ifPresent(it -> line(body, said("verified", DAY.format(it.verifiedAt()))));
      body.append("</li>");
    }
    body.append("</ul></section>");
  }

  private static void line(StringBuilder body, String html) {
    if (html != null) {
      body.append("<p>").append(html).append("</p>");
    }
  }

  private static String said(String key, Object... args) {
    return Html.text(Messages.sentence("numbers." + key, args));
  }
}
