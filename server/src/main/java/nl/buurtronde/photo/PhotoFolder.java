package nl.buurtronde.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The files: {@code ab/cd….jpg} for what is kept, {@code .incoming} for what is on its way. */
final class PhotoFolder {
  private final Path root;
  private final Path incoming;
  private final Supplier<String> names;

  /** Makes the folder when absent, and removes what a stop left half received. */
  PhotoFolder(Path root) {
    this(root, () -> UUID.randomUUID().toString());
  }

  PhotoFolder(Path root, Supplier<String> names) {
    this.root = root;
    this.names = names;
    this.incoming = root.resolve(".incoming");
    try {
      Files.createDirectories(incoming);
      try (Stream<Path> leftovers = Files.list(incoming)) {
        for (Path leftover : leftovers.toList()) {
          Files.delete(leftover);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String sha256) {
    return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2) + ".jpg");
  }

  /** A name nobody else uses; the caller removes the file. */
  Path temporary() {
    return incoming.resolve(names.get());
  }

  /** After this the picture is whole on the disk under its name, or not there at all. */
  void put(String sha256, byte[] jpeg) throws IOException {
    Path temporary = temporary();
    Path target = file(sha256);
    try {
      write(temporary, jpeg);
      Files.createDirectories(target.getParent());
      Files.move(
          temporary,
          target,
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      settle(target.getParent());
      settle(root);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  void remove(String sha256) {
    try {
      Files.deleteIfExists(file(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** A rename is only durable with its folder; Windows cannot open one. */
  private static void settle(Path folder) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
