package nl.buurtronde.round;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.buurtronde.http.Json;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.sync.Mutation;
import nl.buurtronde.sync.Verdict;

/** One phone: what it does is applied as the push would, with its clock corrected. */
final class Phone {
  private final World world;
  private final Actor owner;
  private final UUID device = Id.next();
  private Duration ahead = Duration.ZERO;
  private long n;

  Phone(World world, Actor owner) {
    this.world = world;
    this.owner = owner;
  }

  Phone ahead(Duration duration) {
    ahead = duration;
    return this;
  }

  Instant clock() {
    return world.clock.instant().plus(ahead);
  }

  /** Due back in an hour and a half, unless the arguments say otherwise. */
  Verdict start(UUID id, String args) {
    ObjectNode all = Json.mapper().createObjectNode();
    all.put("district", world.linden.toString()).put("code", World.CODE);
    all.put("dueBackAt", clock().plus(Duration.ofMinutes(90)).toString());
    all.setAll((ObjectNode) read(args));
    return say("round.start", id, all.toString());
  }

  Verdict plan(UUID id, String args) {
    ObjectNode all = Json.mapper().createObjectNode();
    all.put("district", world.linden.toString()).put("code", World.CODE);
    all.put("startsAt", clock().plus(Duration.ofHours(2)).toString());
    all.put("dueBackAt", clock().plus(Duration.ofHours(4)).toString());
    all.setAll((ObjectNode) read(args));
    return say("round.plan", id, all.toString());
  }

  Verdict join(UUID id) {
    return join(id, World.CODE);
  }

  Verdict join(UUID id, String code) {
    return say(
        "round.join", id, "{\"code\":\"%s\",\"district\":\"%s\"}".formatted(code, world.linden));
  }

  Verdict extend(UUID id, Duration fromNow) {
    return say("round.extend", id, "{\"dueBackAt\":\"%s\"}".formatted(clock().plus(fromNow)));
  }

  Verdict checkIn(UUID id) {
    return say("round.checkIn", id, "{}");
  }

  Verdict finish(UUID id) {
    return say("round.finish", id, "{}");
  }

  Verdict leave(UUID id) {
    return say("round.leave", id, "{}");
  }

  Verdict check(UUID id, UUID complex, String item, String result) {
    String args = "{\"complex\":\"%s\",\"item\":\"%s\",\"result\":\"%s\"}";
    return say("round.check", id, args.formatted(complex, item, result));
  }

  Verdict say(String name, UUID entity, String args) {
    return apply(mutation(name, entity, args), false);
  }

  /** What a coordinator lets in after all. */
  Verdict admitted(String name, UUID entity, String args) {
    return apply(mutation(name, entity, args), true);
  }

  /** Done now, to be applied later. */
  Mutation mutation(String name, UUID entity, String args) {
    Instant at = world.clock.instant();
    return new Mutation(++n, Id.next(), name, entity, null, at, clock(), device, read(args));
  }

  Verdict apply(Mutation mutation, boolean admitted) {
    return world.database.write(
        handle -> world.room.mutations().prepare(mutation).apply(owner, admitted, handle));
  }

  private static JsonNode read(String args) {
    return Json.parse(args.getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }
}
