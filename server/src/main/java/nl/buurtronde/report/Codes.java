package nl.buurtronde.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
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
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.buurtronde.account.InvitationCode;

/**
 * The codes by which tenants follow what they sent. One follows from the identifier and a key beside
 * the database, so that the same report sent again gets the same; the database holds its hash only.
 */
final class Codes {
  private static final int KEY_BYTES = 32;
  private static final int ALIAS_KEY_BYTES = 16;
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
    StringBuilder code = new StringBuilder(InvitationCode.of(mac(id.toString())));
    for (int place : GROUPS) {
      code.insert(place, '-');
    }
    return code.toString();
  }

  String hashOf(UUID id) {
    return hash(of(id));
  }

  /**
   * How others are shown that a report is there. Its own identifier they may not know: who sends
   * that with the same content gets the code.
   */
  UUID alias(UUID id) {
    return turn(Cipher.ENCRYPT_MODE, id);
  }

  /** What an alias stands for; of any other identifier, one that nothing has. */
  UUID behind(UUID alias) {
    return turn(Cipher.DECRYPT_MODE, alias);
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

  // An identifier is one block of AES, so that nothing has to be kept to find the way back.
  private UUID turn(int mode, UUID id) {
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(mode, new SecretKeySpec(mac("alias"), 0, ALIAS_KEY_BYTES, "AES"));
      ByteBuffer block = ByteBuffer.allocate(ALIAS_KEY_BYTES);
      block.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
      ByteBuffer turned = ByteBuffer.wrap(cipher.doFinal(block.array()));
      return new UUID(turned.getLong(), turned.getLong());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
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
