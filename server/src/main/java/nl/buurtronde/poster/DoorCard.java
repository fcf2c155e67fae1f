package nl.buurtronde.poster;

import nl.buurtronde.guide.Association;
import nl.buurtronde.http.Messages;

/** "We waren aan de deur": a quarter of a page, with lines to write on. */
final class DoorCard {
  private static final float WIDTH = Paper.WIDTH / 2;
  private static final float HEIGHT = Paper.HEIGHT / 2;
  private static final float EDGE = 24;
  private static final float INNER = WIDTH - 2 * EDGE;
  private static final float COVER = 44;
  private static final float CODE = 118;
  private static final String[] LINES = {"day", "us", "why"};

  private DoorCard() {}

  static void draw(Paper paper, Hallway hallway, Association association) {
    paper.nextPage();
    for (int row = 0; row < 2; row++) {
      for (int column = 0; column < 2; column++) {
        card(paper, hallway, association, column * WIDTH, row * HEIGHT);
      }
    }
    paper.line(WIDTH, 0, WIDTH, Paper.HEIGHT, true);
    paper.line(0, HEIGHT, Paper.WIDTH, HEIGHT, true);
  }

  private static void card(
      Paper paper, Hallway hallway, Association association, float left, float bottom) {
    float inner = left + EDGE;
    float top = bottom + HEIGHT;
    paper.box(Paper.INK, left, top - COVER, WIDTH, COVER);
    paper.box(Paper.LANTERN, left, top - COVER - 3, WIDTH, 3);
    paper.words(
        Words.bold("Buurtronde", 18).in(Paper.WHITE), inner, top - COVER + 10, INNER, 26);
    paper.words(Words.bold(said("title"), 18), inner, top - 84, INNER, 30);
    paper.words(Words.plain(said("who"), 10.5f), inner, top - 128, INNER, 40);
    float line = top - 158;
    for (String key : LINES) {
      paper.words(Words.plain(said(key), 10.5f), inner, line, 74, 16);
      paper.line(inner + 76, line + 2, inner + INNER, line + 2, false);
      line -= 25;
    }
    paper.line(inner, line + 2, inner + INNER, line + 2, false);
    paper.code(hallway.link(), inner - 8, bottom + 26, CODE);
    float beside = inner + CODE;
    float width = INNER - CODE;
    paper.words(Words.bold(said("scan"), 10.5f), beside, bottom + 84, width, 56);
    if (association.phone() != null) {
      paper.words(
          Words.plain(said("call", association.name()), 10), beside, bottom + 58, width, 28);
      paper.words(Words.bold(association.phone(), 12), beside, bottom + 38, width, 20);
    }
    paper.words(Words.plain(said("danger"), 9.5f), inner, bottom + 8, INNER, 18);
  }

  private static String said(String key, Object... args) {
    return Messages.sentence("doorcard." + key, args);
  }
}
