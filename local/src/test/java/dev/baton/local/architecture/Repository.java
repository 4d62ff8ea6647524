package dev.baton.local.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The checkout that the tests run in, read from disk. */
final class Repository {
  private static final List<String> ROOTS = List.of("shared", "functions", "local", "bench");

  private final Path root;

  private Repository(Path root) {
    this.root = root;
  }

  /** The checkout around the working directory: the nearest folder with a template.yaml. */
  static Repository here() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException(
            "No folder above the working directory has a template.yaml.");
      }
    }
    return new Repository(folder);
  }

  Path file(String name) {
    return root.resolve(name);
  }

  String text(String name) {
    return text(file(name));
  }

  /** Every Java source file, main and test, of every module. */
  List<SourceFile> sources() {
    return ROOTS.stream().flatMap(this::javaFiles).map(this::source).toList();
  }

  /** What is deployed of the Java sources, as one text. */
  String productionCode() {
    return sources().stream()
        .filter(source -> !source.isTest() && source.path().matches("(functions|shared)/.*"))
        .map(SourceFile::text)
        .collect(Collectors.joining("\n"));
  }

  /** The names of the files in a folder, without their suffix. */
  List<String> namesIn(String folder, String suffix) {
    try (Stream<Path> files = Files.list(file(folder))) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(suffix))
          .map(name -> name.substring(0, name.length() - suffix.length()))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Stream<Path> javaFiles(String folder) {
    try (Stream<Path> files = Files.walk(file(folder))) {
      return files
          .filter(path -> path.toString().endsWith(".java"))
          .filter(path -> path.toString().contains("/src/"))
          .sorted()
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private SourceFile source(Path path) {
    return new SourceFile(root.relativize(path).toString(), text(path));
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
