package nl.buurtronde.place;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of complexes, by the names that associations give them. */
enum ComplexColumn {
  CODE(40, "code", "complexcode", "complexnummer"),
  NAME(120, "name", "naam", "complexnaam"),
  STREET(120, "street", "straat", "straatnaam"),
  NUMBERS(200, "numbers", "nummers", "huisnummers"),
  POSTCODE(10, "postcode"),
  LAT(30, "lat", "latitude", "breedtegraad"),
  LON(30, "lon", "lng", "longitude", "lengtegraad"),
  DISTRICT(100, "district", "wijk"),
  CARETAKER(120, "caretaker", "beheerder", "complexbeheerder");

  private final int longest;
  private final List<String> names;

  ComplexColumn(int longest, String... names) {
    this.longest = longest;
    this.names = List.of(names);
  }

  static Optional<ComplexColumn> of(String header) {
    String name = header.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(column -> column.names.contains(name)).findFirst();
  }

  String wire() {
    return names.get(0);
  }

  int longest() {
    return longest;
  }
}
