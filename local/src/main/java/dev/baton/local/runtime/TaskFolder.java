package dev.baton.local.runtime;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A function's code as Lambda unpacks it. Deleted when closed.
 *
 * @param path the folder
 */
public record TaskFolder(Path path) implements AutoCloseable {

  /** The contents of a zip that is deployed. */
  public static TaskFolder ofZip(Path zip) throws IOException {
    TaskFolder folder = new TaskFolder(Files.createTempDirectory("baton-task"));
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        folder.put(entry.getName(), entry.isDirectory(), entries);
      }
    }
    return folder;
  }

  /** One class and nothing else. */
  public static TaskFolder ofClass(Class<?> type) throws IOException {
    TaskFolder folder = new TaskFolder(Files.createTempDirectory("baton-task"));
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream bytes =
        Objects.requireNonNull(type.getClassLoader()).getResourceAsStream(name)) {
      folder.put(name, false, Objects.requireNonNull(bytes));
    }
    return folder;
  }

  /**
   * The same as a class path of jars: an AOT cache keeps no classes of folders, nor of the class
   * loader that the runtime client makes.
   */
  public String jars() throws IOException {
    Path own = path.resolve("own.jar");
    List<Path> files = files(path).filter(file -> !file.startsWith(path.resolve("lib"))).toList();
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(own))) {
      for (Path file : files) {
        jar.putNextEntry(new ZipEntry(path.relativize(file).toString()));
        Files.copy(file, jar);
      }
    }
    return Stream.concat(Stream.of(own), files(path.resolve("lib")))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  private void put(String name, boolean isFolder, InputStream bytes) throws IOException {
    Path target = path.resolve(name).normalize();
    if (!target.startsWith(path)) {
      throw new IOException("The zip reaches outside: " + name);
    }
    if (isFolder) {
      Files.createDirectories(target);
    } else {
      Files.createDirectories(Objects.requireNonNull(target.getParent()));
      Files.copy(bytes, target);
    }
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(path)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.delete(one);
    }
  }
}
