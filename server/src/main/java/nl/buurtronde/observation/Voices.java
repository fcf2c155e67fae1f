package nl.buurtronde.observation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.account.Person;
import nl.buurtronde.photo.Photos;
import nl.buurtronde.sync.Author;

/** Who said and did what, with their names as they are now; a tenant has none. */
public final class Voices {
  private final Map<UUID, Person> known;

  private Voices(Map<UUID, Person> known) {
    this.known = known;
  }

  public static Voices of(Accounts accounts, Collection<UUID> people) {
    Set<UUID> each = new HashSet<>(people);
    each.remove(Photos.TENANT);
    return new Voices(accounts.list(each));
  }

  public Author author(UUID id) {
    if (id.equals(Photos.TENANT)) {
      return null;
    }
    Person person = known.get(id);
    return person == null
        ? new Author(id, "–", "–")
        : new Author(id, person.name(), person.fullName());
  }

  public ObservationValue.MessageValue message(Message m) {
    return new ObservationValue.MessageValue(m.id(), m.kind(), m.text(), by(m.by()), m.at());
  }

  public ObservationValue.EventValue event(Event e) {
    return new ObservationValue.EventValue(
        e.kind(), author(e.by()), e.at(), e.claimedAt(), e.detail());
  }

  private ObservationValue.By by(UUID id) {
    Author author = author(id);
    Person person = known.get(id);
    return author == null
        ? null
        : new ObservationValue.By(
            id, author.name(), author.fullName(), person == null ? null : person.role());
  }
}
