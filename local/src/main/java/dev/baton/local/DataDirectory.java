package dev.baton.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The directory that the stack keeps its data in, locked against a second stack; or none at all.
 */
final class DataDirectory implements AutoCloseable {
  private final @Nullable Path root;
  private final @Nullable FileChannel lock;

  private DataDirectory(@Nullable Path root, @Nullable FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Takes a directory; null keeps everything in memory.
   *
   * @throws IllegalStateException when another stack uses it
   */
  static DataDirectory open(@Nullable Path root) throws IOException {
    if (root == null) {
      return new DataDirectory(null, null);
    }
    Files.createDirectories(root);
    FileChannel channel =
        FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      throw new IllegalStateException("Another local stack uses " + root + ".");
    }
    return new DataDirectory(root, channel);
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  /** A directory below, made when missing; null in memory. */
  @Nullable Path sub(String name) throws IOException {
    return root == null ? null : Files.createDirectories(root.resolve(name));
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }
}
