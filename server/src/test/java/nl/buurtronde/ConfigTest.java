package nl.buurtronde;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfigTest {
  @Test
  void without_settings_it_listens_on_loopback_without_demo() {
    Config config = Config.read(Map.of());
    assertEquals("127.0.0.1", config.host());
    assertEquals(8080, config.port());
    assertEquals(Path.of("data"), config.data());
    assertFalse(config.demo());
  }

  @Test
  void only_the_demo_has_a_number_to_call_that_nobody_set() {
    assertEquals("", Config.read(Map.of()).contact());
    assertEquals("088 000 00 00", Config.read(Map.of("BUURTRONDE_DEMO", "true")).contact());
    Map<String, String> set = Map.of("BUURTRONDE_DEMO", "true", "BUURTRONDE_CONTACT", "+31 (0)88 1");
    assertEquals("+31 (0)88 1", Config.read(set).contact());
  }

  @Test
  void the_association_has_the_name_that_was_set_and_a_plain_one_without() {
    assertEquals("Woningcorporatie", Config.read(Map.of()).association());
    Map<String, String> demo = Map.of("BUURTRONDE_DEMO", "true");
    assertEquals("Woonvereniging Lindewaard", Config.read(demo).association());
    Map<String, String> set = Map.of("BUURTRONDE_ASSOCIATION", " Wonen <Limburg> ");
    assertEquals("Wonen <Limburg>", Config.read(set).association());
  }

  @Test
  void the_ways_out_are_read_and_the_demo_prints_what_has_none() {
    Config config =
        Config.read(
            Map.of(
                "BUURTRONDE_DEMO", "true",
                "BUURTRONDE_SMTP_URL", "smtps://alarm:x@mail.example?from=alarm@buurt.example",
                "BUURTRONDE_PUSH_HOSTS", "127.0.0.1, push.example"));
    assertTrue(config.notice().printPhone());
    assertTrue(config.smtp().isPresent());
    assertEquals(Set.of("127.0.0.1", "push.example"), config.notice().pushHosts());
    Map<String, String> hook =
        Map.of("BUURTRONDE_DEMO", "true", "BUURTRONDE_WEBHOOK_URL", "http://127.0.0.1:9/hook");
    assertFalse(Config.read(hook).notice().printPhone());
    assertEquals(Set.of("31", "32", "49"), config.notice().countries());
    Map<String, String> far = Map.of("BUURTRONDE_PHONE_COUNTRIES", "31,597");
    assertEquals(Set.of("31", "597"), Config.read(far).notice().countries());
    assertFalse(config.toString().contains("alarm"));
  }

  @Test
  void a_wrong_setting_is_refused_by_name() {
    for (Map<String, String> wrong :
        java.util.List.of(
            Map.of("BUURTRONDE_PORT", "eighty"),
            Map.of("BUURTRONDE_PORT", "70000"),
            Map.of("BUURTRONDE_DEMO", "yes"),
            Map.of("BUURTRONDE_ORIGIN", "buurt.example"),
            Map.of("BUURTRONDE_ORIGIN", "https://buurt.example/app"),
            Map.of("BUURTRONDE_DAILY_MUTATIONS", "0"),
            Map.of("BUURTRONDE_DAILY_PHOTOS", "veel"),
            Map.of("BUURTRONDE_WEBHOOK_URL", "provider.example/hook"),
            Map.of("BUURTRONDE_WEBHOOK_URL", "ftp://provider.example/hook"),
            Map.of("BUURTRONDE_SMTP_URL", "mail.example:25"),
            Map.of("BUURTRONDE_SMTP_URL", "smtp://user:pass@mail.example"),
            Map.of("BUURTRONDE_PUSH_HOSTS", "https://push.example"),
            Map.of("BUURTRONDE_PHONE_COUNTRIES", "+31"),
            Map.of("BUURTRONDE_PHONE_COUNTRIES", "31,"),
            Map.of("BUURTRONDE_LADDER", "PT0S,PT5M,PT2M,PT10M"),
            Map.of("BUURTRONDE_LADDER", "0,2,5,10"),
            Map.of("BUURTRONDE_GRACE", "ten minutes"),
            Map.of("BUURTRONDE_HEARTBEAT_URL", "monitor.example/1"),
            Map.of("BUURTRONDE_BACKUP_EVERY", "daily"),
            Map.of("BUURTRONDE_BACKUP_KEEP", "-P1D"),
            Map.of("BUURTRONDE_BACKUP_EVERY", "PT0S"),
            Map.of("BUURTRONDE_CONTACT", "bel maar"),
            Map.of("BUURTRONDE_CONTACT", "tel:112"),
            Map.of("BUURTRONDE_ASSOCIATION", "x".repeat(81)))) {
      String name = wrong.keySet().iterator().next();
      var refusal = assertThrows(IllegalArgumentException.class, () -> Config.read(wrong));
      assertEquals(name, refusal.getMessage().split(" ")[0]);
    }
  }
}
