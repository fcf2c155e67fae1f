package nl.buurtronde.notice;

import com.interaso.webpush.VapidKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The key by which push services know this installation: made once, for its owner to read only. */
final class VapidFile {
  private VapidFile() {}

  static VapidKeys open(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      List<String> lines = Files.readAllLines(file);
      if (lines.size() < 2) {
        throw new IllegalStateException(file + " does not hold two keys; remove it for new ones");
      }
      return VapidKeys.create(lines.get(0), lines.get(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Whole or not at all: half a key would shut out every phone that subscribes meanwhile.
  private static void make(Path file) throws IOException {
    VapidKeys keys = VapidKeys.generate();
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(part, List.of(keys.getX509PublicKey(), keys.getPkcs8PrivateKey()));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
