package nl.buurtronde.place;

/** What can be a point in degrees. */
final class Point {
  private Point() {}

  static boolean inRange(double lat, double lon) {
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  }

  /** A point in the sea off Somalia that would be in the Netherlands the other way round. */
  static boolean looksSwapped(double lat, double lon) {
    return lat > 3 && lat < 7.5 && lon > 50.5 && lon < 54;
  }
}
