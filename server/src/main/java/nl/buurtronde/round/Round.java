package nl.buurtronde.round;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One walk by a pair.
 *
 * @param plan null for one that nobody planned
 * @param dueBackAt when they will be back; for a planned one, when they mean to be
 * @param dueSetAt when that was said
 * @param askedAt when they were asked why they are not back, or null
 * @param lastSign null until it is started
 */
public record Round(
    UUID id,
    Course course,
    State state,
    Plan plan,
    UUID startedBy,
    Instant startedAt,
    Instant dueBackAt,
    Instant dueSetAt,
    Instant askedAt,
    Sign lastSign,
    UUID finishedBy,
    Instant finishedAt,
    Watched watch,
    List<Member> members,
    long revision) {
  static final Duration LONGEST = Duration.ofHours(12);

  public Round {
    members = List.copyOf(members);
    boolean begun = state != State.PLANNED && state != State.CANCELLED;
    if (begun == (startedAt == null) || (state == State.FINISHED) == (finishedAt == null)) {
      throw new IllegalArgumentException("A round has begun and ended as its state says");
    }
  }

  public UUID district() {
    return course.district();
  }

  public String code() {
    return course.code();
  }

  public String route() {
    return course.route();
  }

  /** Whether somebody is under way. */
  public boolean isOpen() {
    return state == State.STARTED || state == State.WALKING;
  }

  /** Whether it was ever started. */
  boolean isBegun() {
    return startedAt != null;
  }

  Round with(List<Member> others, List<UUID> complexes) {
    Course whole =
        new Course(course.district(), course.code(), course.kind(), course.route(), complexes);
    return new Round(
        id, whole, state, plan, startedBy, startedAt, dueBackAt, dueSetAt, askedAt, lastSign,
        finishedBy, finishedAt, watch, others, revision);
  }

  /** Those who have not left. */
  public List<Member> present() {
    return members.stream().filter(member -> member.leftAt() == null).toList();
  }

  public Optional<Member> member(UUID account) {
    return members.stream().filter(member -> member.account().equals(account)).findFirst();
  }

  boolean isPlannedWith(UUID account) {
    return plan != null && (account.equals(plan.by()) || account.equals(plan.partner()));
  }
}
