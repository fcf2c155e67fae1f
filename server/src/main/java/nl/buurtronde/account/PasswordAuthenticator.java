package nl.buurtronde.account;

import java.util.Optional;
import nl.buurtronde.database.Database;
import org.pac4j.core.context.CallContext;
import org.pac4j.core.credentials.Credentials;
import org.pac4j.core.credentials.UsernamePasswordCredentials;
import org.pac4j.core.credentials.authenticator.Authenticator;
import org.pac4j.core.exception.BadCredentialsException;
import org.pac4j.core.profile.CommonProfile;

/**
 * Recognises a person by name and password. Another way to recognise people (OIDC) is another
 * authenticator whose profile has the account's identifier; the session that follows is the same.
 */
final class PasswordAuthenticator implements Authenticator {
  private final Database database;
  private final Passwords passwords;

  PasswordAuthenticator(Database database, Passwords passwords) {
    this.database = database;
    this.passwords = passwords;
  }

  @Override
  public Optional<Credentials> validate(CallContext context, Credentials credentials) {
    UsernamePasswordCredentials given = (UsernamePasswordCredentials) credentials;
    String name = SignInName.canonical(given.getUsername());
    Optional<AccountDao.Secret> account =
        database
            .read(handle -> handle.attach(AccountDao.class).findSecret(name))
            .filter(secret -> secret.revokedAt() == null);
    if (!passwords.matches(given.getPassword(), account.map(AccountDao.Secret::password))) {
      throw new BadCredentialsException("refused");
    }
    CommonProfile profile = new CommonProfile();
    profile.setId(account.orElseThrow().id().toString());
    credentials.setUserProfile(profile);
    return Optional.of(credentials);
  }
}
