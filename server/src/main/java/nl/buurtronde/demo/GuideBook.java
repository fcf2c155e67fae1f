package nl.buurtronde.demo;

import java.util.List;
import java.util.Map;
import nl.buurtronde.guide.Hours;
import nl.buurtronde.guide.Language;
import nl.buurtronde.guide.PartnerKind;

/** What db/demo/guide.json tells. */
record GuideBook(
    Map<String, Map<String, Said>> kinds,
    List<Partner> partners,
    List<Rule> rules,
    List<String> checked,
    List<Introduced> introductions) {
  record Said(String title, String text) {}

  /** @param person who it is, behind what the kind is called */
  record Partner(
      PartnerKind kind,
      String district,
      String person,
      String phone,
      String email,
      String website,
      List<Hours> hours,
      Integer verifiedDaysAgo) {}

  /**
   * @param was what the text said before
   * @param inDays when it is to be shown, or null for always
   */
  record Rule(
      String pictogram,
      String district,
      String complex,
      String was,
      Integer inDays,
      Map<String, Said> said) {
    Said dutch() {
      return said.get(Language.NL.wire());
    }
  }

  record Introduced(String name, String firstName, int daysAgo, boolean drawn) {}
}
