package nl.buurtronde.poster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.buurtronde.guide.Association;
import nl.buurtronde.guide.Language;
import nl.buurtronde.guide.Partner;
import nl.buurtronde.guide.PartnerKind;
import nl.buurtronde.http.Messages;

/** What hangs in one hallway: what to scan, and whom to call for who cannot. */
final class Poster {
  private static final float EDGE = 42;
  private static final float INNER = Paper.WIDTH - 2 * EDGE;
  private static final float COVER = 104;
  private static final float CODE = 232;
  private static final float CODE_TOP = Paper.HEIGHT - COVER - 118;
  private static final float ROW = 25;
  // As many as stand above the last line.
  private static final int ROWS = 9;
  // Who is nearest to a tenant first; in danger it is 112.
  private static final List<PartnerKind> NEEDED =
      List.of(
          PartnerKind.POLICE,
          PartnerKind.CARETAKER,
          PartnerKind.TEAM,
          PartnerKind.MEDIATION,
          PartnerKind.CARE,
          PartnerKind.YOUTH,
          PartnerKind.ENFORCEMENT);
  private static final List<Language> LANGUAGES =
      List.of(Language.EN, Language.AR, Language.TR, Language.PL, Language.UK);

  private Poster() {}

  static void draw(Paper paper, Hallway hallway, Association association) {
    paper.nextPage();
    cover(paper, hallway);
    invitation(paper, hallway);
    numbers(paper, hallway, association);
    paper.words(Words.plain(said("never"), 10), EDGE, 24, INNER, 28);
  }

  private static void cover(Paper paper, Hallway hallway) {
    float bottom = Paper.HEIGHT - COVER;
    paper.box(Paper.INK, 0, bottom, Paper.WIDTH, COVER);
    paper.box(Paper.LANTERN, 0, bottom - 6, Paper.WIDTH, 6);
    paper.words(Words.bold("Buurtronde", 40).in(Paper.WHITE), EDGE, bottom + 34, INNER, 56);
    paper.words(
        Words.plain(hallway.district().name(), 17).in(Paper.LANTERN), EDGE, bottom + 8, INNER, 28);
  }

  private static void invitation(Paper paper, Hallway hallway) {
    float top = Paper.HEIGHT - COVER;
    paper.words(Words.bold(said("title"), 30), EDGE, top - 62, INNER, 46);
    String where = hallway.complex().name() + ", " + address(hallway);
    paper.words(Words.plain(where, 15), EDGE, top - 106, INNER, 40);
    float bottom = CODE_TOP - CODE;
    paper.code(hallway.link(), EDGE - 14, bottom, CODE);
    float left = EDGE + CODE;
    float width = Paper.WIDTH - EDGE - left;
    paper.words(Words.bold(said("scan"), 20), left, CODE_TOP - 40, width, 30);
    paper.words(Words.plain(said("what"), 13), left, CODE_TOP - 100, width, 58);
    paper.words(Words.plain(said("type", hallway.host()), 11), left, CODE_TOP - 120, width, 18);
    float line = CODE_TOP - 146;
    for (Language language : LANGUAGES) {
      Words words = Words.bold(Posters.other(language, "scan"), 11);
      paper.words(
          language == Language.AR ? words.fromTheRight() : words, left, line - 4, width, 18);
      line -= 20;
    }
  }

  private static void numbers(Paper paper, Hallway hallway, Association association) {
    float top = CODE_TOP - CODE - 12;
    paper.box(Paper.SHEET, 0, 0, Paper.WIDTH, top);
    paper.words(Words.bold(said("call"), 20), EDGE, top - 38, INNER, 28);
    float bottom = top - 38 - ROW - 8;
    for (String[] row : rows(hallway, association)) {
      paper.words(Words.plain(row[0], 13), EDGE, bottom, INNER * 0.62f, ROW);
      float left = EDGE + INNER * 0.64f;
      paper.words(Words.bold(row[1], 15), left, bottom + 2, INNER * 0.36f, ROW);
      paper.line(EDGE, bottom - 1, EDGE + INNER, bottom - 1, false);
      bottom -= ROW + 4;
    }
  }

  private static List<String[]> rows(Hallway hallway, Association association) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {said("danger"), "112"});
    rows.add(new String[] {said("police"), "0900-8844"});
    if (association.phone() != null) {
      rows.add(new String[] {association.name(), association.phone()});
    }
    hallway.partners().stream()
        .filter(partner -> reach(partner) != null)
        .filter(partner -> !reach(partner).equals(association.phone()))
        .sorted(Comparator.comparing(Poster::need))
        .map((Partner partner) -> new String[] {partner.name(), reach(partner)})
        .forEach(rows::add);
    if (rows.size() <= ROWS) {
      return rows;
    }
    List<String[]> shown = new ArrayList<>(rows.subList(0, ROWS - 1));
    shown.add(new String[] {said("more"), hallway.host()});
    return shown;
  }

  private static String reach(Partner partner) {
    return partner.phone() == null ? partner.email() : partner.phone();
  }

  private static int need(Partner partner) {
    int place = NEEDED.indexOf(partner.kind());
    return place < 0 ? NEEDED.size() : place;
  }

  private static String address(Hallway hallway) {
    return (hallway.complex().street() + " " + hallway.complex().numbers()).trim();
  }

  private static String said(String key, Object... args) {
    return Messages.sentence("poster." + key, args);
  }
}
