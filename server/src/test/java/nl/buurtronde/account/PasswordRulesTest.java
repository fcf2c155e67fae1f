package nl.buurtronde.account;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.buurtronde.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private final PasswordRules rules = new PasswordRules();

  @Test
  void seven_characters_are_too_few_and_eight_are_enough() {
    assertEquals("password.short", refusal("k7#mq2x"));
    assertDoesNotThrow(() -> rules.check("noor", "k7#mq2xv"));
  }

  @Test
  void a_long_sentence_with_spaces_is_welcome() {
    assertDoesNotThrow(() -> rules.check("noor", "mijn fiets staat al jaren in de schuur ".repeat(5)));
    assertEquals("password.long", refusal("wolk".repeat(251)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password", "Welkom2024!", "P@ssw0rd1", "wachtwoord", "12345678", "87654321", "qwertyui",
        "aaaaaaaa", "abcabcabc", "1q2w3e4r", "iloveyou", "1loveyou", "feyenoord1908", "14-02-1984",
        "19840214", "zonnetje1", "QWERTY123", "W E L K O M", "ＰＡＳＳＷＯＲＤ"
      })
  void what_everybody_tries_first_is_refused(String password) {
    assertEquals("password.common", refusal(password));
  }

  @Test
  void at_least_three_thousand_words_are_refused_each_of_them() throws IOException {
    try (var stream = PasswordRulesTest.class.getResourceAsStream("/db/common-passwords.txt")) {
      List<String> words =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .distinct()
              .toList();
      assertTrue(words.size() >= 3000, words.size() + " words");
      for (String word : words) {
        String typed = word.length() < 8 ? word + "!".repeat(8 - word.length()) : word;
        assertEquals("password.common", refusal(typed), typed);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bewonerskracht1", "waarneming", "Wijkregisseur!", "ikhouvanjou", "lieve-noortje"})
  void so_are_the_dutch_ones_and_the_words_of_this_app(String password) {
    assertEquals("password.common", refusal(password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Buurtronde2026", "maastricht!!", "noornoor", "noor-noor1", "NoorNoor99"})
  void the_apps_the_citys_and_ones_own_name_count_for_nothing(String password) {
    assertEquals("password.common", refusal(password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"loop-samen-noor", "wandelen in maastricht", "trapleuning4", "vvvvvvwwxy"})
  void no_sort_of_character_is_asked_for(String password) {
    assertDoesNotThrow(() -> rules.check("noor", password));
  }

  private String refusal(String password) {
    return assertThrows(Refusal.class, () -> rules.check("noor", password)).key();
  }
}
