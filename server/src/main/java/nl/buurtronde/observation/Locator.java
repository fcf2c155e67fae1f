package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.buurtronde.account.Accounts;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import nl.buurtronde.place.Places;

/** The district an observation belongs to, judged by where its author walked at the time. */
final class Locator {
  private final Accounts accounts;
  private final Places places;

  Locator(Accounts accounts, Places places) {
    this.accounts = accounts;
    this.places = places;
  }

  /** By its complex, else by its point, else where the author walked; refuses what is elsewhere. */
  UUID locate(JsonNode place, Actor author, Instant at, boolean admitted) {
    List<UUID> walked = accounts.districtsAt(author.id(), at);
    return find(place, author, walked, admitted)
        .or(() -> walked.stream().findFirst())
        .or(() -> author.districts().stream().filter(d -> admitted).findFirst())
        .orElseThrow(() -> nowhere(author, admitted));
  }

  /** As above, but null when the place does not say: then it stays where it was recorded. */
  UUID relocate(JsonNode place, Actor author, Instant at, boolean admitted) {
    return find(place, author, accounts.districtsAt(author.id(), at), admitted).orElse(null);
  }

  boolean walked(Actor author, UUID district, Instant at) {
    return accounts.districtsAt(author.id(), at).contains(district);
  }

  private Optional<UUID> find(JsonNode place, Actor author, List<UUID> walked, boolean admitted) {
    boolean everywhere = admitted || author.role() == Role.COORDINATOR;
    if (place.has("complex")) {
      Optional<UUID> named =
          places.findDistrictOf(UUID.fromString(place.get("complex").textValue()));
      if (named.isPresent()) {
        if (!everywhere && !walked.contains(named.get())) {
          throw scope();
        }
        return named;
      }
    }
    return place.has("lat")
        ? places
            .findDistrictAt(place.get("lat").doubleValue(), place.get("lon").doubleValue())
            .filter(district -> everywhere || walked.contains(district))
        : Optional.empty();
  }

  private static Refusal nowhere(Actor author, boolean admitted) {
    return admitted || author.role() == Role.COORDINATOR
        ? new Refusal(Reason.UNPROCESSABLE, "observation.district")
        : scope();
  }

  private static Refusal scope() {
    return new Refusal(Reason.FORBIDDEN, "scope");
  }
}
