package nl.buurtronde.oncall;

import java.util.UUID;
import nl.buurtronde.account.Person;

/** Somebody by name, as the wire shows them. */
record Who(UUID id, String name, String fullName) {
  static Who of(Person person) {
    return person == null ? null : new Who(person.id(), person.name(), person.fullName());
  }
}
