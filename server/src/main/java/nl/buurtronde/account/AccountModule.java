package nl.buurtronde.account;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.buurtronde.audit.Audit;
import nl.buurtronde.database.Database;
import nl.buurtronde.http.Network;
import nl.buurtronde.http.Routes;
import nl.buurtronde.sync.Devices;

/** Wires people, their sessions and their invitations. */
public record AccountModule(
    Accounts accounts, SessionStore sessions, Invitations invitations, Routes routes) {

  /**
   * @param districtName the name of a district that exists
   * @param publicOrigin what invitations link to, as {@code https://buurt.example}; empty for the
   *     address they were asked for at
   */
  public static AccountModule create(
      Database database,
      Audit audit,
      Clock clock,
      Devices devices,
      Function<UUID, Optional<String>> districtName,
      Network network,
      String publicOrigin) {
    Passwords passwords = new Passwords();
    SessionStore sessions =
        new SessionStore(database, clock, devices, SessionPolicy.standard());
    Accounts accounts = new Accounts(database, audit, clock, passwords, devices, districtName);
    Invitations invitations =
        new Invitations(database, audit, clock, accounts, sessions, passwords);
    SignIn signIn =
        new SignIn(
            database, audit, clock, new PasswordAuthenticator(database, passwords), sessions);
    List<Routes> routes =
        List.of(
            new SessionRoutes(signIn, sessions, accounts, network),
            new InvitationRoutes(invitations, sessions, network, publicOrigin),
            new AccountRoutes(accounts, devices, sessions));
    return new AccountModule(
        accounts, sessions, invitations, config -> routes.forEach(room -> room.add(config)));
  }
}
