package nl.buurtronde.poster;

import nl.buurtronde.guide.Association;
import nl.buurtronde.guide.Language;
import nl.buurtronde.http.Messages;

/** "We waren aan de deur": a quarter of a page, in Dutch and one other language, with lines to write on. */
final class DoorCard {
  private static final float WIDTH = Paper.WIDTH / 2;
  private static final float HEIGHT = Paper.HEIGHT / 2;
  private static final float EDGE = 24;
  private static final float INNER = WIDTH - 2 * EDGE;
  private static final float COVER = 44;
  private static final float CODE = 112;
  private static final float LABEL = 68;
  private static final float OTHER_LABEL = 54;
  private static final String[] LINES = {"day", "us", "why"};

  private final Paper paper;
  private final Hallway hallway;
  private final Association association;
  private final Language language;
  private final float left;
  private final float bottom;

  private DoorCard(
      Paper paper,
      Hallway hallway,
      Association association,
      Language language,
      float left,
      float bottom) {
    this.paper = paper;
    this.hallway = hallway;
    this.association = association;
    this.language = language;
    this.left = left + EDGE;
    this.bottom = bottom;
  }

  /** @param language beside Dutch; Dutch itself for no other */
  static void draw(Paper paper, Hallway hallway, Association association, Language language) {
    paper.nextPage();
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 2; column++) {
        new DoorCard(paper, hallway, association, language, column * WIDTH, row * HEIGHT).draw();
      }
    }
    paper.line(WIDTH, 0, WIDTH, Paper.HEIGHT, true);
    paper.line(0, HEIGHT, Paper.WIDTH, HEIGHT, true);
  }

  private void draw() {
    float top = bottom + HEIGHT;
    paper.box(Paper.INK, left - EDGE, top - COVER, WIDTH, COVER);
    paper.box(Paper.LANTERN, left - EDGE, top - COVER - 3, WIDTH, 3);
    paper.words(Words.bold("Buurtronde", 18).in(Paper.WHITE), left, top - COVER + 10, INNER, 26);
    paper.words(Words.bold(said("title"), 18), left, top - 80, INNER, 28);
    paper.words(Words.plain(said("who"), 10), left, top - 112, INNER, 32);
    if (isBilingual()) {
      paper.words(other("title", 14, true), left, top - 138, INNER, 22);
      paper.words(other("who", 10, false), left, top - 170, INNER, 32);
    }
    lines(isBilingual() ? top - 194 : top - 150);
    scan();
  }

  private void lines(float first) {
    float line = first;
    float end = left + INNER - (isBilingual() ? OTHER_LABEL + 4 : 0);
    for (String key : LINES) {
      paper.words(Words.plain(said(key), 10), left, line, LABEL, 16);
      paper.line(left + LABEL + 4, line + 2, end, line + 2, false);
      if (isBilingual()) {
        paper.words(other(key, 10, false).atTheEnd(), end + 4, line, OTHER_LABEL, 16);
      }
      line -= 24;
    }
    paper.line(left, line + 2, left + INNER, line + 2, false);
  }

  private void scan() {
    paper.code(hallway.link(), left - 8, bottom + 30, CODE);
    float beside = left + CODE;
    float width = INNER - CODE;
    float top = bottom + 30 + CODE;
    paper.words(Words.bold(said("scan"), 10), beside, top - 45, width, 44);
    if (isBilingual()) {
      paper.words(other("scan", 10, true), beside, top - 78, width, 32);
    }
    if (association.phone() != null) {
      paper.words(
          Words.plain(said("call", association.name()), 9.5f), beside, bottom + 45, width, 16);
      paper.words(Words.bold(association.phone(), 12), beside, bottom + 28, width, 18);
    }
    float half = isBilingual() ? INNER / 2 : INNER;
    paper.words(Words.plain(said("danger"), 9.5f), left, bottom + 8, half, 18);
    if (isBilingual()) {
      paper.words(other("danger", 9.5f, false).atTheEnd(), left + half, bottom + 8, half, 18);
    }
  }

  private boolean isBilingual() {
    return language != Language.NL;
  }

  private Words other(String key, float size, boolean bold) {
    String text = Posters.other(language, "card." + key);
    Words words = bold ? Words.bold(text, size) : Words.plain(text, size);
    return language == Language.AR ? words.fromTheRight() : words;
  }

  private static String said(String key, Object... args) {
    return Messages.sentence("doorcard." + key, args);
  }
}
