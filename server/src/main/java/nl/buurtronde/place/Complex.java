package nl.buurtronde.place;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Objects;
import java.util.UUID;

/**
 * Homes that are looked after together (complex).
 *
 * @param code the association's own, unique
 * @param lat with {@code lon} a point in it, or both null
 * @param caretaker who looks after it, as the association writes it; empty when unknown
 */
public record Complex(
    UUID id,
    String code,
    String name,
    String street,
    String numbers,
    String postcode,
    Double lat,
    Double lon,
    UUID district,
    String caretaker,
    @JsonIgnore long revision) {
  public Complex {
    Objects.requireNonNull(id);
    Objects.requireNonNull(district);
    if (code.isBlank() || name.isBlank() || (lat == null) != (lon == null)) {
      throw new IllegalArgumentException("A complex has a code, a name, and a whole point or none");
    }
  }
}
