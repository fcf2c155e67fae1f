package nl.buurtronde.observation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SensitivityTest {
  private static final List<String> PERSONAL =
      List.of(
          "haar bsn is 111222333",
          "bsn 1112.22.333",
          "BSN: 11122 2333.",
          "mail naar jan.de-vries+buurt@example.nl",
          "jet@example.co",
          "bel 06-12345678",
          "0612345678",
          "06 12 34 56 78",
          "+31 6 12345678",
          "0031612345678",
          "(030) 123 45 67",
          "030-1234567",
          "rekening NL91 ABNA 0417 1643 00",
          "NL91ABNA0417164300",
          "nl91abna0417164300",
          "DE89370400440532013000",
          "auto met kenteken 12-AB-34",
          "AB-123-C",
          "GB-001-D op de stoep",
          "1-ABC-23",
          "ABC12D",
          "mevrouw is dement",
          "hij heeft Alzheimer!",
          "ze zat in het ziekenhuis",
          "verslaafde buurman",
          "een donkere vrouw belde aan");
  private static final List<String> PLAIN =
      List.of(
          "",
          "lamp stuk bij nummer 12",
          "om 10 uur 3 zakken naast de bak",
          "1234 AB is de postcode",
          "postcode 1234AB",
          "20 november 2026",
          "huisnummers 1-40 en 2-60",
          "lantaarnpaal 123456789",
          "de lift doet het niet, etage 3",
          "paaltje @ de hoek",
          "nr 12 is 3 meter",
          "container 2200 l staat vol");

  @Test
  void what_points_at_a_person_is_noticed() {
    assertEquals(List.of(), PERSONAL.stream().filter(text -> !Sensitivity.isIn(text)).toList());
  }

  @Test
  void what_is_about_the_street_is_not() {
    assertEquals(List.of(), PLAIN.stream().filter(Sensitivity::isIn).toList());
  }

  @Test
  void the_longest_texts_of_one_kind_can_be_read() {
    List<String> parts =
        List.of("1", "1 ", "a", "a@", "@a.", "a1", "NL91 ", "- ", "(1", "+3", "ab-", "..", "é");
    for (String part : parts) {
      String text = part.repeat(4000 / part.length());
      assertDoesNotThrow(() -> Sensitivity.isIn(text), part);
    }
  }
}
