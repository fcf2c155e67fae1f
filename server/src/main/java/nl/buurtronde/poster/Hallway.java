package nl.buurtronde.poster;

import java.util.List;
import nl.buurtronde.guide.Partner;
import nl.buurtronde.place.Complex;
import nl.buurtronde.place.District;

/**
 * One complex, and what its tenants are told on paper.
 *
 * @param link opens Buurtronde with this complex chosen
 * @param partners whom the guide shows for the district, in its order
 */
record Hallway(Complex complex, District district, String link, List<Partner> partners) {
  /** What to type for who cannot scan. */
  String host() {
    return link.substring(link.indexOf("://") + 3, link.indexOf("/?"));
  }
}
