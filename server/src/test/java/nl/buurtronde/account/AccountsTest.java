package nl.buurtronde.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.buurtronde.kernel.Actor;
import nl.buurtronde.kernel.Id;
import nl.buurtronde.kernel.Refusal;
import nl.buurtronde.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
  @TempDir Path folder;
  private World world;
  private Accounts accounts;

  @BeforeEach
  void open() {
    world = new World(folder);
    accounts = world.accounts();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_membership_is_judged_as_it_was_at_that_time() {
    Actor esra = world.coordinator("esra");
    Actor noor = world.volunteer("noor");
    Instant joined = world.clock.instant();
    world.clock.pass(Duration.ofDays(10));
    Instant moved = world.clock.instant();
    accounts.change(esra, noor.id(), null, Set.of(world.molen));

    assertFalse(accounts.walkedIn(noor.id(), world.linden, joined.minusMillis(1)));
    assertTrue(accounts.walkedIn(noor.id(), world.linden, joined));
    assertTrue(accounts.walkedIn(noor.id(), world.linden, moved.minusMillis(1)));
    assertFalse(accounts.walkedIn(noor.id(), world.linden, moved));
    assertTrue(accounts.walkedIn(noor.id(), world.molen, moved));
    assertFalse(accounts.walkedIn(noor.id(), world.molen, moved.minusMillis(1)));
  }

  @Test
  void leaving_and_coming_back_in_one_moment_keeps_the_membership() {
    Actor esra = world.coordinator("esra");
    Actor noor = world.volunteer("noor");
    accounts.change(esra, noor.id(), null, Set.of(world.molen));
    accounts.change(esra, noor.id(), null, Set.of(world.linden));

    assertEquals(Set.of(world.linden), accounts.find(noor.id()).orElseThrow().districts());
    assertTrue(accounts.walkedIn(noor.id(), world.linden, world.clock.instant()));
  }

  @Test
  void somebody_revoked_is_still_known_but_walks_nowhere() {
    Actor esra = world.coordinator("esra");
    Actor noor = world.volunteer("noor");
    world.clock.pass(Duration.ofDays(1));
    accounts.revoke(esra, noor.id());

    assertEquals("noor", accounts.nameOf(noor.id()));
    assertEquals("Mw. noor", accounts.describe(noor.id()).fullName());
    assertEquals(Set.of(noor.id()), accounts.list(List.of(noor.id(), Id.next())).keySet());
    assertFalse(accounts.walkedIn(noor.id(), world.linden, world.clock.instant()));
    assertTrue(
        accounts.walkedIn(noor.id(), world.linden, world.clock.instant().minusSeconds(1)));
  }

  @Test
  void a_name_belongs_to_one_person_however_it_is_written() {
    world.volunteer("noor");
    assertEquals("account.name.taken", refusal(() -> world.volunteer(" NOOR ")));
  }

  @Test
  void a_name_is_letters_digits_dots_and_dashes() {
    for (String name : List.of("n", "a b", "noor@x", "..", "x".repeat(41), "<b>", "")) {
      assertEquals("account.name.shape", refusal(() -> world.volunteer(name)));
    }
    for (String name : List.of("Noor.de-Wit", "Şükrü", "éva", "محمد", "x2")) {
      world.volunteer(name);
    }
  }

  @Test
  void nobody_revokes_themselves_or_changes_their_own_role() {
    Actor esra = world.coordinator("esra");
    Actor admin = world.admin("admin");
    assertEquals("account.self.revoke", refusal(() -> accounts.revoke(esra, esra.id())));
    assertEquals("account.self.role", change(admin, admin.id(), Role.COORDINATOR));
  }

  @Test
  void a_coordinator_has_no_power_over_administrators() {
    Actor esra = world.coordinator("esra");
    Actor admin = world.admin("admin");
    Actor noor = world.volunteer("noor");
    assertEquals("account.admin.only", refusal(() -> accounts.revoke(esra, admin.id())));
    assertEquals("account.admin.only", change(esra, admin.id(), Role.VOLUNTEER));
    assertEquals("account.admin.only", change(esra, noor.id(), Role.ADMIN));
    assertEquals("account.admin.only", refusal(() -> accounts.revoke(noor, esra.id())));
  }

  @Test
  void two_who_revoke_each_other_at_once_leave_one() {
    Actor first = world.admin("first");
    Actor second = world.admin("second");
    accounts.revoke(first, second.id());
    assertEquals("account.last", refusal(() -> accounts.revoke(second, first.id())));
    assertEquals("account.last", change(second, first.id(), Role.COORDINATOR));
    assertEquals(Role.ADMIN, accounts.find(first.id()).orElseThrow().role());
  }

  @Test
  void a_volunteer_always_has_a_district_that_exists() {
    Actor esra = world.coordinator("esra");
    Actor noor = world.volunteer("noor");
    assertEquals(
        "account.districts.missing",
        refusal(() -> accounts.change(esra, noor.id(), null, Set.of())));
    assertEquals(
        "account.district.unknown",
        refusal(() -> accounts.change(esra, noor.id(), null, Set.of(Id.next()))));
    assertEquals("account.unknown", change(esra, Id.next(), Role.CARETAKER));
  }

  @Test
  void each_change_is_written_down_without_a_name() {
    Actor esra = world.coordinator("esra");
    Actor noor = world.volunteer("noor");
    accounts.change(esra, noor.id(), Role.CARETAKER, Set.of(world.molen));
    accounts.revoke(esra, noor.id());
    accounts.revoke(esra, noor.id());
    assertEquals(1, world.audited("account.role"));
    assertEquals(1, world.audited("account.districts"));
    assertEquals(1, world.audited("account.revoked"));
    assertEquals(
        0, world.count("SELECT COUNT(*) FROM audit WHERE entity || why LIKE ?", "%noor%"));
  }

  private String change(Actor actor, UUID id, Role role) {
    return refusal(() -> accounts.change(actor, id, role, null));
  }

  private static String refusal(Runnable work) {
    return assertThrows(Refusal.class, work::run).key();
  }
}
