package nl.buurtronde.guide;

import java.util.Comparator;

/** An entry, and the edition of it that tenants see. */
record Shown<T extends Entry>(Filed<T> filed, Edition<T> edition) {
  static final Comparator<Shown<Partner>> PARTNERS =
      Comparator.comparing((Shown<Partner> it) -> it.content().kind())
          .thenComparing(inOrder());
  static final Comparator<Shown<HouseRule>> RULES = inOrder();

  T content() {
    return edition.content();
  }

  private static <T extends Entry> Comparator<Shown<T>> inOrder() {
    return Comparator.comparing((Shown<T> it) -> it.content().position())
        .thenComparing(it -> it.content().title())
        .thenComparing(it -> it.filed().id());
  }
}
