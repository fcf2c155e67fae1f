package nl.buurtronde.poster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtronde.guide.Association;
import nl.buurtronde.guide.Language;
import nl.buurtronde.guide.Partner;
import nl.buurtronde.guide.Partners;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.place.Complex;
import nl.buurtronde.place.District;
import nl.buurtronde.place.Places;

/** Prints, as PDF, for the complexes of which somebody of the office looks after the district. */
public final class Posters {
  private static final ResourceBundle OTHERS =
      ResourceBundle.getBundle("nl.buurtronde.poster.others");

  private final Places places;
  private final Partners partners;
  private final Association association;

  Posters(Places places, Partners partners, Association association) {
    this.places = places;
    this.partners = partners;
    this.association = association;
  }

  /**
   * Which complexes to print for; without either, all the person may see.
   *
   * @param district or null
   * @param complex or null
   */
  public record Choice(UUID district, UUID complex) {
    boolean has(Complex one) {
      return (district == null || one.district().equals(district))
          && (complex == null || one.id().equals(complex));
    }
  }

  /** A page for each hallway. */
  public byte[] posters(Actor actor, Choice choice, String origin) {
    List<Hallway> hallways = hallways(actor, choice, origin);
    return Paper.print(paper -> hallways.forEach(each -> Poster.draw(paper, each, association)));
  }

  /**
   * Four cards on a page for each complex, to be cut.
   *
   * @param language beside Dutch
   */
  public byte[] doorCards(Actor actor, Choice choice, String origin, Language language) {
    List<Hallway> hallways = hallways(actor, choice, origin);
    return Paper.print(
        paper -> hallways.forEach(each -> DoorCard.draw(paper, each, association, language)));
  }

  /** What stands on paper in another language than Dutch. */
  static String other(Language language, String key) {
    return OTHERS.getString(language.wire() + "." + key);
  }

  private List<Hallway> hallways(Actor actor, Choice choice, String origin) {
    Map<UUID, District> districts =
        places.districts(actor).stream()
            .collect(Collectors.toMap(District::id, Function.identity()));
    List<Complex> complexes =
        places.complexes(actor).stream()
            .filter(choice::has)
            .filter(each -> districts.containsKey(each.district()))
            .sorted(Comparator.comparing(Complex::name))
            .toList();
    if (complexes.isEmpty()) {
      throw new Refusal(Reason.NOT_FOUND, "poster.none");
    }
    Map<UUID, List<Partner>> shown =
        complexes.stream()
            .map(Complex::district)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), partners::listShown));
    return complexes.stream()
        .map(
            each ->
                new Hallway(
                    each,
                    districts.get(each.district()),
                    origin + "/?complex=" + URLEncoder.encode(each.code(), StandardCharsets.UTF_8),
                    shown.get(each.district())))
        .toList();
  }
}
