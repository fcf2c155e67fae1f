package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.buurtronde.account.Accounts;
import org.jdbi.v3.core.Handle;

/** Makes wire values of a page of observations, with one question per table for all of them. */
final class Values {
  private final Accounts accounts;

  Values(Accounts accounts) {
    this.accounts = accounts;
  }

  List<ObservationValue> of(Handle handle, List<Observation> observations) {
    List<UUID> ids = observations.stream().map(Observation::id).toList();
    Map<UUID, List<Message>> messages =
        Conversation.OBSERVATION.listMessages(handle, ids).stream()
            .collect(Collectors.groupingBy(Message::about));
    List<UUID> pictured =
        observations.stream()
            .filter(o -> !o.content().photos().isEmpty())
            .map(Observation::id)
            .toList();
    Map<UUID, Set<String>> stored = new CarriedPhotoDao(handle).stored(pictured);
    Map<UUID, List<Head>> otherTexts =
        observations.stream()
            .filter(o -> o.merge() != null)
            .collect(Collectors.toMap(Observation::id, o -> new Merge(o).otherTexts()));
    Set<UUID> people = new HashSet<>();
    observations.forEach(o -> people.add(o.author()));
    messages.values().forEach(list -> list.forEach(message -> people.add(message.by())));
    otherTexts.values().forEach(list -> list.forEach(head -> people.add(head.stamp().by())));
    Voices known = Voices.of(accounts, people);
    return observations.stream()
        .map(
            o ->
                value(
                    o,
                    otherTexts.getOrDefault(o.id(), List.of()),
                    messages.getOrDefault(o.id(), List.of()),
                    stored.getOrDefault(o.id(), Set.of()),
                    known))
        .toList();
  }

  /** What was done to it, the recording first. */
  List<ObservationValue.EventValue> history(Handle handle, Observation o) {
    List<Event> events = Conversation.OBSERVATION.listEvents(handle, o.id());
    Set<UUID> people = events.stream().map(Event::by).collect(Collectors.toSet());
    people.add(o.author());
    Voices known = Voices.of(accounts, people);
    List<ObservationValue.EventValue> history = new ArrayList<>();
    history.add(
        new ObservationValue.EventValue(
            "recorded",
            known.author(o.author()),
            o.origin().receivedAt(),
            o.origin().claimedAt(),
            JsonNodeFactory.instance.objectNode()));
    events.forEach(e -> history.add(known.event(e)));
    return history;
  }

  private static ObservationValue value(
      Observation o,
      Collection<Head> otherTexts,
      Collection<Message> messages,
      Set<String> stored,
      Voices known) {
    Content content = o.content();
    return new ObservationValue(
        o.id(),
        o.district(),
        known.author(o.author()),
        content.category(),
        content.text(),
        otherTexts.stream()
            .map(
                head ->
                    new ObservationValue.OtherText(
                        head.value().textValue(),
                        known.author(head.stamp().by()),
                        head.stamp().at()))
            .toList(),
        content.urgency(),
        content.place(),
        content.visit(),
        content.wantsHelp(),
        content.photos().stream()
            .map(sha -> new ObservationValue.PhotoValue(sha, stored.contains(sha)))
            .toList(),
        content.round(),
        o.progress().state().wire(),
        o.progress().awaits().wire(),
        o.progress().outcome(),
        o.origin().stamp().at(),
        o.origin().claimedAt(),
        o.origin().receivedAt(),
        o.changedAt(),
        o.revision(),
        o.sensitive(),
        o.progress().review(),
        messages.stream().map(known::message).toList(),
        null);
  }
}
