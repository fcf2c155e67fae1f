package nl.buurtronde.guide;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.http.Access;
import nl.buurtronde.http.Guard;
import nl.buurtronde.http.Json;
import nl.buurtronde.http.Query;
import nl.buurtronde.http.Routes;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** Where staff write the guide. */
final class GuideRoutes implements Routes {
  private record PartnerBody(
      PartnerKind kind,
      UUID district,
      Integer position,
      String name,
      String text,
      String phone,
      String email,
      String website,
      List<Hours> hours,
      Instant publishAt,
      Boolean withdrawn,
      Long base) {
    Draft<Partner> draft() {
      return new Draft<>(
          new Partner(
              kind, district, or(position, 0), name, text, phone, email, website, hours),
          publishAt,
          or(withdrawn, false),
          base);
    }
  }

  private record RuleBody(
      UUID district,
      UUID complex,
      Integer position,
      String pictogram,
      String title,
      String text,
      Instant publishAt,
      Boolean withdrawn,
      Long base) {
    Draft<HouseRule> draft() {
      return new Draft<>(
          new HouseRule(district, complex, or(position, 0), pictogram, title, text),
          publishAt,
          or(withdrawn, false),
          base);
    }
  }

  /** A partner has a name where a rule has a title. */
  private record TranslationBody(String title, String name, String text, Boolean checked) {
    TranslationBody {
      if (title != null && name != null) {
        throw new Refusal(Reason.INVALID, "json.invalid");
      }
    }

    String heading() {
      return Optional.ofNullable(title).or(() -> Optional.ofNullable(name)).orElse("");
    }
  }

  private record LanguageBody(Boolean checked) {
    LanguageBody {
      if (checked == null) {
        throw new Refusal(Reason.INVALID, "json.invalid");
      }
    }
  }

  private final StaffGuide guide;
  private final Entries<Partner> partners;
  private final Entries<HouseRule> rules;
  private final Verifications verifications;
  private final Languages languages;

  GuideRoutes(
      StaffGuide guide,
      Entries<Partner> partners,
      Entries<HouseRule> rules,
      Verifications verifications,
      Languages languages) {
    this.guide = guide;
    this.partners = partners;
    this.rules = rules;
    this.verifications = verifications;
    this.languages = languages;
  }

  @Override
  public void add(RoutesConfig routes) {
    routes.get("/api/guide", this::list, Access.SIGNED_IN, Query.of("district"));
    routes.get("/api/guide/unverified", this::unverified, Access.SIGNED_IN);
    routes.put("/api/guide/partners/{id}", this::putPartner, Access.SETUP);
    routes.put("/api/guide/rules/{id}", this::putRule, Access.SETUP);
    routes.post("/api/guide/partners/{id}/verification", this::verify, Access.SETUP);
    routes.put("/api/guide/languages/{language}", this::putLanguage, Access.SETUP);
    translations(routes, "/api/guide/partners/{id}/translations/{language}", partners);
    translations(routes, "/api/guide/rules/{id}/translations/{language}", rules);
  }

  private void translations(RoutesConfig routes, String address, Entries<?> entries) {
    routes.put(
        address,
        ctx -> {
          TranslationBody body = Json.read(ctx, TranslationBody.class);
          String text = Optional.ofNullable(body.text()).orElse("");
          entries.translate(
              Guard.actor(ctx), id(ctx), language(ctx), body.heading(), text,
              or(body.checked(), false));
          ctx.status(204);
        },
        Access.SETUP);
    routes.delete(
        address,
        ctx -> {
          entries.translate(Guard.actor(ctx), id(ctx), language(ctx), null, null, false);
          ctx.status(204);
        },
        Access.SETUP);
  }

  private void list(Context ctx) {
    UUID district = Optional.ofNullable(ctx.queryParam("district")).map(Id::parse).orElse(null);
    ctx.json(guide.list(Guard.actor(ctx), district));
  }

  private void unverified(Context ctx) {
    ctx.json(Map.of("partners", guide.unverified(Guard.actor(ctx))));
  }

  private void putPartner(Context ctx) {
    Draft<Partner> draft = Json.read(ctx, PartnerBody.class).draft();
    ctx.json(Map.of("revision", partners.put(Guard.actor(ctx), id(ctx), draft)));
  }

  private void putRule(Context ctx) {
    Draft<HouseRule> draft = Json.read(ctx, RuleBody.class).draft();
    ctx.json(Map.of("revision", rules.put(Guard.actor(ctx), id(ctx), draft)));
  }

  private void verify(Context ctx) {
    verifications.verify(Guard.actor(ctx), id(ctx));
    ctx.status(204);
  }

  private void putLanguage(Context ctx) {
    boolean checked = Json.read(ctx, LanguageBody.class).checked();
    languages.setChecked(Guard.actor(ctx), language(ctx), checked);
    ctx.status(204);
  }

  private static UUID id(Context ctx) {
    return Id.parse(ctx.pathParam("id"));
  }

  private static Language language(Context ctx) {
    return Language.of(ctx.pathParam("language"));
  }

  private static <T> T or(T given, T otherwise) {
    return given == null ? otherwise : given;
  }
}
