package nl.buurtronde.observation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.sync.Mutation;
import nl.buurtronde.sync.Verdict;

/** One phone: numbers what it does, and lets it be applied as the push would. */
final class Phone {
  final Actor owner;
  private final World world;
  private final UUID device = Id.next();
  private long n;

  Phone(World world, Actor owner) {
    this.world = world;
    this.owner = owner;
  }

  /** Records something new, now. */
  UUID record(String args) {
    UUID id = Id.next();
    apply(record(id, args));
    return id;
  }

  Mutation record(UUID id, String args) {
    return say("observation.record", id, null, world.clock.instant(), args);
  }

  Verdict amend(UUID id, Long base, Instant at, String args) {
    return apply(say("observation.amend", id, base, at, args));
  }

  Verdict amend(UUID id, Long base, String args) {
    return amend(id, base, world.clock.instant(), args);
  }

  Verdict withdraw(UUID id, Long base) {
    return apply(say("observation.withdraw", id, base, world.clock.instant(), "{}"));
  }

  Verdict reply(UUID id, String text) {
    String args = Json.mapper().createObjectNode().put("text", text).toString();
    return apply(say("observation.reply", id, null, world.clock.instant(), args));
  }

  /** Notes it with the next number, without sending it. */
  Mutation say(String name, UUID entity, Long base, Instant at, String args) {
    JsonNode node = Json.parse(args.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    return new Mutation(++n, Id.next(), name, entity, base, at, at, device, node);
  }

  Verdict apply(Mutation mutation) {
    return apply(mutation, false);
  }

  Verdict apply(Mutation mutation, boolean admitted) {
    return world.database.write(
        handle -> world.room.mutations().prepare(mutation).apply(owner, admitted, handle));
  }
}
