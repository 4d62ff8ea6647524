package dev.baton.local.graph.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An append-only file with one JSON object in each line. What is appended has reached the operating
 * system when the call returns, so that a killed process loses nothing; a torn line is skipped.
 * Safe for use by many threads.
 */
public final class LineFile implements AutoCloseable {

  private final Path file;
  private final OutputStream out;
  private boolean closed;

  /**
   * Opens or makes the file and the folders above it.
   *
   * @throws UncheckedIOException if that is not possible
   */
  public LineFile(Path file) {
    this.file = file;
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      this.out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      if (Files.size(file) > 0) {
        // A line that was torn before must not swallow the next one.
        append(Trees.object());
      }
    } catch (IOException cause) {
      throw new UncheckedIOException(file + " cannot be kept", cause);
    }
  }

  /** Hands over every object in the file, oldest first. */
  public void forEach(Consumer<ObjectNode> reader) {
    try (Stream<String> lines = Files.lines(file)) {
      lines.flatMap(line -> Trees.parseObject(line).stream()).forEach(reader);
    } catch (IOException cause) {
      throw new UncheckedIOException(file + " cannot be read", cause);
    }
  }

  /** Adds a line; after the end of the file's use nothing is added any more. */
  public synchronized void append(JsonNode entry) {
    if (closed) {
      return;
    }
    try {
      // Half a character, which a text may hold, becomes a question mark.
      out.write((Trees.text(entry) + "\n").getBytes(UTF_8));
    } catch (IOException cause) {
      throw new UncheckedIOException(file + " cannot be written", cause);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      out.close();
    } catch (IOException cause) {
      throw new UncheckedIOException(file + " cannot be closed", cause);
    }
  }
}
