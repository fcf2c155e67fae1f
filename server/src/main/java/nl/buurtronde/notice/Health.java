package nl.buurtronde.notice;

import java.time.Instant;
import java.util.List;

/** Whether the configured channels work, as far as what they last did tells. */
public record Health(List<Line> lines) {
  public Health {
    lines = List.copyOf(lines);
  }

  /**
   * @param inUse whether anybody has a proven contact of this kind
   * @param isDown whether the last thing it did was to fail as a whole
   */
  public record Line(
      Kind kind, boolean inUse, boolean isDown, Instant lastHandedAt, Instant lastFailedAt) {}

  /** Whether messages of this kind get through, as far as its last one tells. */
  public boolean works(Kind kind) {
    return lines.stream().noneMatch(line -> line.kind() == kind && line.isDown());
  }

  /** Those that somebody can be reached by and that failed last. */
  public List<Kind> down() {
    return lines.stream().filter(line -> line.inUse() && line.isDown()).map(Line::kind).toList();
  }

  /** True when every channel that somebody can be reached by failed last. */
  public boolean allDown() {
    List<Line> used = lines.stream().filter(Line::inUse).toList();
    return !used.isEmpty() && used.stream().allMatch(Line::isDown);
  }
}
