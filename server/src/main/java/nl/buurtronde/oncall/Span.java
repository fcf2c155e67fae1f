package nl.buurtronde.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A stretch of time: its first moment is in it, its end no more. */
record Span(Instant from, Instant to) {
  /** What of this stretch none of those covers. */
  List<Span> without(Collection<Span> covered) {
    List<Span> gaps = new ArrayList<>();
    Instant open = from;
    for (Span span : covered.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      if (!span.from.isBefore(to)) {
        break;
      }
      if (span.from.isAfter(open)) {
        gaps.add(new Span(open, span.from));
      }
      if (span.to.isAfter(open)) {
        open = span.to;
      }
    }
    if (open.isBefore(to)) {
      gaps.add(new Span(open, to));
    }
    return gaps;
  }
}
