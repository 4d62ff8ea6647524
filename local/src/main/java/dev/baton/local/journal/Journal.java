package dev.baton.local.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map from text to JSON, in order of insertion, that survives a kill of the process: every change
 * is one line at the end of a file before the call returns. Without a file it lives in memory.
 * Thread-safe.
 *
 * <p>Plain output streams, because a channel closes itself when the writing thread is interrupted.
 * A line that the kill tore is dropped at the next start: nobody was told that it was written. The
 * file is rewritten when most of its lines are history.
 */
public final class Journal implements AutoCloseable {
  private static final int LINES_BEFORE_COMPACTION = 2_000;

  private final Map<String, JsonNode> entries = new LinkedHashMap<>();
  private final @Nullable Path file;
  private @Nullable FileOutputStream end;
  private int lines;

  private Journal(@Nullable Path file) {
    this.file = file;
  }

  /** A journal that forgets everything with the process. */
  public static Journal inMemory() {
    return new Journal(null);
  }

  /**
   * The journal of this name below a directory, or one in memory when there is no directory.
   *
   * @throws UncheckedIOException when the file cannot be read or written
   */
  public static Journal open(@Nullable Path directory, String name) {
    if (directory == null) {
      return inMemory();
    }
    try {
      Files.createDirectories(directory);
      Journal journal = new Journal(directory.resolve(name + ".journal"));
      journal.replay();
      journal.compact();
      return journal;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Journal " + name + " in " + directory + " cannot be opened", e);
    }
  }

  /** The value of a key, or null. */
  public synchronized @Nullable JsonNode get(String key) {
    return entries.get(key);
  }

  /** A copy of everything, oldest key first. */
  public synchronized Map<String, JsonNode> entries() {
    return new LinkedHashMap<>(entries);
  }

  /** Number of keys. */
  public synchronized int size() {
    return entries.size();
  }

  /** Sets a key. Written when this returns. */
  public synchronized void put(String key, JsonNode value) {
    append(key, value);
    entries.put(key, value);
    compactWhenDue();
  }

  /** Removes a key; a missing one is no error. Written when this returns. */
  public synchronized void remove(String key) {
    if (entries.containsKey(key)) {
      append(key, null);
      entries.remove(key);
      compactWhenDue();
    }
  }

  @Override
  public synchronized void close() {
    try {
      if (end != null) {
        end.close();
        end = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void replay() throws IOException {
    if (file == null || !Files.exists(file)) {
      return;
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      JsonNode line = Jsons.parse(text.substring(start, end));
      String key = line == null ? null : Jsons.text(line, "key");
      if (line != null && key != null) {
        JsonNode value = line.get("value");
        if (value == null) {
          entries.remove(key);
        } else {
          entries.put(key, value);
        }
      }
      start = end + 1;
    }
  }

  private void append(String key, @Nullable JsonNode value) {
    if (file == null) {
      return;
    }
    if (end == null) {
      throw new IllegalStateException("Journal " + file + " is closed");
    }
    try {
      end.write(line(key, value));
      lines++;
    } catch (IOException e) {
      throw new UncheckedIOException("Journal " + file + " cannot be written", e);
    }
  }

  private void compactWhenDue() {
    if (file != null && lines > LINES_BEFORE_COMPACTION + 4 * entries.size()) {
      try {
        compact();
      } catch (IOException e) {
        throw new UncheckedIOException("Journal " + file + " cannot be rewritten", e);
      }
    }
  }

  private void compact() throws IOException {
    if (file == null) {
      return;
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (Map.Entry<String, JsonNode> entry : entries.entrySet()) {
        all.writeBytes(line(entry.getKey(), entry.getValue()));
      }
      out.write(all.toByteArray());
      out.getFD().sync();
    }
    close();
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    end = new FileOutputStream(file.toFile(), true);
    lines = entries.size();
  }

  private static byte[] line(String key, @Nullable JsonNode value) {
    ObjectNode line = Jsons.object().put("key", key);
    if (value != null) {
      line.set("value", value);
    }
    return (Jsons.write(line) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
