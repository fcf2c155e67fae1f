package nl.buurtronde.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.buurtronde.account.InvitationCode;

/**
 * The codes by which tenants follow what they sent. One follows from the identifier and a key beside
 * the database, so that the same report sent again gets the same; the database holds its hash only.
 */
final class Codes {
  private static final int KEY_BYTES = 32;
  private static final int[] GROUPS = {21, 16, 12, 8, 4};

  private final byte[] key;

  private Codes(byte[] key) {
    this.key = key;
  }

  static Codes open(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != KEY_BYTES) {
        throw new IllegalStateException(file + " is no key; remove it for a new one");
      }
      return new Codes(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As it is read aloud and typed. */
  String of(UUID id) {
    StringBuilder code = new StringBuilder(InvitationCode.of(mac(id)));
    for (int place : GROUPS) {
      code.insert(place, '-');
    }
    return code.toString();
  }

  String hashOf(UUID id) {
    return hash(of(id));
  }

  /** Of what somebody typed; of what can be no code the hash of nothing, so that both take as long. */
  static String hash(String typed) {
    String code = InvitationCode.parse(typed).orElse("");
    return sha256(code.getBytes(StandardCharsets.US_ASCII));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] mac(UUID id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(id.toString().getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  // Whole or not at all: half a key would open nothing after the next start.
  private static void make(Path file) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(part, key);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
