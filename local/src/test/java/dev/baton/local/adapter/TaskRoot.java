package dev.baton.local.adapter;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What Lambda unpacks into {@code /var/task}: classes at the root, jars in lib, run.sh. */
public final class TaskRoot {
  private TaskRoot() {}

  /** The deployed form of a module. */
  public static Path ofZip(Path zip, Path directory) throws IOException {
    try (FileSystem files =
        FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"))) {
      copy(files.getPath("/"), directory);
      Path script = files.getPath("/run.sh");
      Files.setPosixFilePermissions(
          directory.resolve("run.sh"), Files.getPosixFilePermissions(script));
    }
    return directory;
  }

  /** The same layout with everything that this JVM has on its class path. */
  static Path ofClassPath(Path directory) throws IOException {
    Path library = Files.createDirectories(directory.resolve("lib"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry).toAbsolutePath();
      if (Files.isDirectory(path)) {
        copy(path, directory);
      } else if (Files.exists(path) && !Files.exists(library.resolve(path.getFileName()))) {
        Files.createSymbolicLink(library.resolve(path.getFileName()), path);
      }
    }
    Path script = directory.resolve("run.sh");
    Files.copy(Path.of("../src/assembly/run.sh"), script);
    Files.setPosixFilePermissions(
        script, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE));
    return directory;
  }

  /** Removes the links, which JUnit would warn of one by one. */
  static void unlink(Path directory) throws IOException {
    try (Stream<Path> jars = Files.list(directory.resolve("lib"))) {
      for (Path link : jars.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copied = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copied.getParent());
        Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
