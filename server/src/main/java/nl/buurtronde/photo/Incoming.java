package nl.buurtronde.photo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import nl.buurtronde.kernel.Reason;
import nl.buurtronde.kernel.Refusal;

/** An upload on the disk, with the name its bytes deserve; gone when closed. */
record Incoming(Path file, long bytes, String sha256) implements AutoCloseable {
  static final long MAX_BYTES = 10L << 20;

  static Incoming receive(InputStream body, Path file) throws IOException {
    MessageDigest digest = sha256Digest();
    try {
      long bytes = copy(body, file, digest);
      return new Incoming(file, bytes, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private static long copy(InputStream body, Path file, MessageDigest digest) throws IOException {
    long total = 0;
    var buffer = new byte[1 << 14];
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE)) {
      for (int size = read(body, buffer); size >= 0; size = read(body, buffer)) {
        total += size;
        if (total > MAX_BYTES) {
          throw new Refusal(Reason.TOO_LARGE, "photo.large");
        }
        digest.update(buffer, 0, size);
        out.write(buffer, 0, size);
      }
    }
    return total;
  }

  /** A broken connection is the sender's matter; a failing disk is ours. */
  private static int read(InputStream body, byte[] buffer) {
    try {
      return body.read(buffer);
    } catch (IOException e) {
      throw new Refusal(Reason.INVALID, "request.broken");
    }
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
