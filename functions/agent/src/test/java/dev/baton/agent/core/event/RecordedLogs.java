package dev.baton.agent.core.event;

import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.text;

import dev.baton.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Logs of whole runs in files, one event a line: one file for each course that a run can take. */
public final class RecordedLogs {
  private static final Path FOLDER = Path.of("src/test/resources/logs");
  private static final String SUFFIX = ".jsonl";

  private RecordedLogs() {}

  /** The names of all. */
  public static List<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString().replace(SUFFIX, "")).sorted().toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The log of that name. */
  public static List<LoggedEvent> read(String name) {
    try {
      return Files.readAllLines(FOLDER.resolve(name + SUFFIX)).stream()
          .map(RecordedLogs::event)
          .toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static LoggedEvent event(String line) {
    JsonObject body = Bodies.read(line);
    return LoggedEvent.stored(number(body, "seq"), text(body, "run_id"), line);
  }
}
