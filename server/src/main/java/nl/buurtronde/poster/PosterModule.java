package nl.buurtronde.poster;

import nl.buurtronde.guide.Association;
import nl.buurtronde.guide.Partners;
import nl.buurtronde.http.Routes;
import nl.buurtronde.place.Places;

public record PosterModule(Posters posters, Routes routes) {
  /**
   * @param origin the public address, or empty
   */
  public static PosterModule create(
      Places places, Partners partners, Association association, String origin) {
    Posters posters = new Posters(places, partners, association);
    return new PosterModule(posters, new PosterRoutes(posters, origin));
  }
}
