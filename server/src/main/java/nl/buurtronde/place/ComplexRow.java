package nl.buurtronde.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.buurtronde.http.Messages;

/**
 * One row of a file of complexes, with everything that is wrong in it.
 *
 * @param district its name, not yet looked up
 */
record ComplexRow(
    int number,
    String code,
    String name,
    String street,
    String numbers,
    String postcode,
    Double lat,
    Double lon,
    String district,
    String caretaker,
    List<String> errors) {
  private static final Pattern POSTCODE = Pattern.compile("([1-9][0-9]{3}) ?([A-Z]{2})");
  private static final Pattern DEGREES = Pattern.compile("[+-]?[0-9]{1,3}([.,][0-9]+)?");

  static ComplexRow read(int number, Map<ComplexColumn, String> values) {
    List<String> errors = new ArrayList<>();
    values.forEach(
        (column, value) -> {
          if (value.length() > column.longest()) {
            errors.add(longer(column));
          }
        });
    for (ComplexColumn column :
        List.of(ComplexColumn.CODE, ComplexColumn.NAME, ComplexColumn.DISTRICT)) {
      if (values.get(column).isEmpty()) {
        errors.add(Messages.answer("place.row.empty", column.wire()));
      }
    }
    String postcode = postcode(values.get(ComplexColumn.POSTCODE), errors);
    Double lat = degrees(ComplexColumn.LAT, 90, values, errors);
    Double lon = degrees(ComplexColumn.LON, 180, values, errors);
    checkPoint(lat, lon, values, errors);
    return new ComplexRow(
        number,
        values.get(ComplexColumn.CODE),
        values.get(ComplexColumn.NAME),
        values.get(ComplexColumn.STREET),
        values.get(ComplexColumn.NUMBERS),
        postcode,
        lat,
        lon,
        values.get(ComplexColumn.DISTRICT),
        values.get(ComplexColumn.CARETAKER),
        errors);
  }

  private static String postcode(String value, List<String> errors) {
    var match = POSTCODE.matcher(value.toUpperCase(Locale.ROOT));
    if (match.matches()) {
      return match.group(1) + " " + match.group(2);
    }
    if (!value.isEmpty()) {
      errors.add(Messages.answer("place.row.postcode", value));
    }
    return value;
  }

  private static Double degrees(
      ComplexColumn column, int most, Map<ComplexColumn, String> values, List<String> errors) {
    String value = values.get(column);
    if (value.isEmpty()) {
      return null;
    }
    if (DEGREES.matcher(value).matches()) {
      double degrees = Double.parseDouble(value.replace(',', '.'));
      if (Math.abs(degrees) <= most) {
        return degrees;
      }
    }
    errors.add(
        Messages.answer("place.row." + column.wire(), value, String.valueOf(most)));
    return null;
  }

  private static void checkPoint(
      Double lat, Double lon, Map<ComplexColumn, String> values, List<String> errors) {
    boolean one =
        values.get(ComplexColumn.LAT).isEmpty() != values.get(ComplexColumn.LON).isEmpty();
    if (one) {
      errors.add(Messages.answer("place.row.point"));
    } else if (lat != null && lon != null && Point.looksSwapped(lat, lon)) {
      errors.add(Messages.answer("place.row.swapped"));
    }
  }

  private static String longer(ComplexColumn column) {
    return Messages.answer("place.row.long", column.wire(), String.valueOf(column.longest()));
  }
}
