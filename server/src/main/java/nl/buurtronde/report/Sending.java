package nl.buurtronde.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.buurtronde.concern.Contact;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.observation.Checks;
import nl.buurtronde.photo.Photo;

/** What a tenant filled in, checked before anything else is touched. */
public record Sending(
    UUID id,
    UUID district,
    Kind kind,
    String category,
    String text,
    String urgency,
    JsonNode place,
    List<String> photos,
    Contact contact,
    String language,
    UUID alsoSeen,
    Instant claimedAt) {
  static final int LONGEST_TEXT = 2_000;
  private static final int MOST_PHOTOS = 3;
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
  private static final Instant OLDEST_CLOCK = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant NEWEST_CLOCK = Instant.parse("2100-01-01T00:00:00Z");

  /** The body as it comes; anything else in it is refused. */
  record Body(
      UUID id,
      UUID district,
      String category,
      String text,
      String urgency,
      JsonNode place,
      List<String> photos,
      Reach contact,
      String kind,
      String language,
      UUID alsoSeen,
      Instant at) {}

  record Reach(String phone, String email) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Reach(@JsonProperty("phone") String phone, @JsonProperty("email") String email) {
      this.phone = phone;
      this.email = email;
    }

    /** One line that says either. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Reach of(String either) {
      return either.contains("@") ? new Reach(null, either) : new Reach(either, null);
    }
  }

  static Sending read(Body body) {
    require(body.id() != null, "id.invalid");
    require(body.district() != null, "report.district");
    Kind kind = Kind.ofTenant(body.kind());
    Sending sending =
        new Sending(
            body.id(),
            body.district(),
            kind,
            category(body.category()),
            words(body.text() == null ? "" : body.text()),
            urgency(body.urgency()),
            place(body.place()),
            photos(body.photos()),
            contact(body.contact()),
            language(body.language()),
            kind == Kind.REPORT ? body.alsoSeen() : null,
            clock(body.at()));
    sending.requireWhole();
    return sending;
  }

  /** A text of a tenant, whole and within bounds. */
  static String words(String text) {
    String whole = Checks.whole(text);
    require(whole.codePointCount(0, whole.length()) <= LONGEST_TEXT, "report.text.long");
    return whole;
  }

  boolean concern() {
    return kind == Kind.CONCERN;
  }

  UUID complex() {
    return has("complex") ? UUID.fromString(place.get("complex").textValue()) : null;
  }

  String description() {
    return has("description") ? place.get("description").textValue() : null;
  }

  Double lat() {
    return has("lat") ? place.get("lat").doubleValue() : null;
  }

  Double lon() {
    return has("lon") ? place.get("lon").doubleValue() : null;
  }

  /** Names the same content again, whoever is to be reached and whatever the clock said. */
  String digest() {
    String content =
        JsonNodeFactory.instance
            .arrayNode()
            .add(kind.wire())
            .add(district.toString())
            .add(category)
            .add(text)
            .add(urgency)
            .add(place)
            .add(String.join(",", photos))
            .add(language)
            .add(alsoSeen == null ? null : alsoSeen.toString())
            .toString();
    return Codes.sha256(content.getBytes(StandardCharsets.UTF_8));
  }

  private void requireWhole() {
    switch (kind) {
      case REPORT -> require(category != null, "report.category");
      case CONCERN -> {
        require(photos.isEmpty(), "concern.photo");
        require(!has("lat"), "concern.pin");
        require(!text.isBlank(), "concern.text");
      }
      case JOB, IDEA -> require(!text.isBlank(), "report.text");
      case VOLUNTEER -> require(!contact.isEmpty(), "report.contact");
    }
  }

  private boolean has(String name) {
    return place != null && place.hasNonNull(name);
  }

  private static boolean isLeftOut(String text) {
    return text == null || text.isEmpty();
  }

  private static String category(String category) {
    return isLeftOut(category) ? null : Checks.category(TextNode.valueOf(category)).textValue();
  }

  private static String urgency(String urgency) {
    return isLeftOut(urgency) ? "later" : Checks.urgency(TextNode.valueOf(urgency)).textValue();
  }

  private static JsonNode place(JsonNode place) {
    if (place == null || place.isNull()) {
      return null;
    }
    try {
      JsonNode plain = Checks.place(place);
      return plain.isNull() ? null : plain;
    } catch (Refusal refusal) {
      // The sentence for a volunteer's phone speaks of the coordinator.
      throw refusal.key().equals(Checks.malformed().key())
          ? new Refusal(Reason.INVALID, "json.invalid")
          : refusal;
    }
  }

  private static List<String> photos(List<String> photos) {
    if (photos == null) {
      return List.of();
    }
    require(photos.stream().noneMatch(photo -> photo == null), "photo.name");
    LinkedHashSet<String> distinct = new LinkedHashSet<>(photos);
    distinct.forEach(Photo::requireName);
    require(distinct.size() <= MOST_PHOTOS, "report.photos");
    return List.copyOf(distinct);
  }

  private static Contact contact(Reach reach) {
    return reach == null ? Contact.NONE : Contact.read(reach.phone(), reach.email());
  }

  private static String language(String language) {
    require(language == null || LANGUAGE.matcher(language).matches(), "report.language");
    return language == null ? "nl" : language;
  }

  // A claim, only ever shown: one that no calendar could hold is none.
  private static Instant clock(Instant at) {
    boolean possible = at != null && at.isAfter(OLDEST_CLOCK) && at.isBefore(NEWEST_CLOCK);
    return possible ? at : null;
  }

  private static void require(boolean holds, String key) {
    if (!holds) {
      throw new Refusal(Reason.INVALID, key);
    }
  }

  static List<String> split(String photos) {
    return photos == null ? List.of() : Arrays.asList(photos.split(","));
  }
}
