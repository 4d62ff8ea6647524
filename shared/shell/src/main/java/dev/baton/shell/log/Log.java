package dev.baton.shell.log;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.time.InstantSource;
import java.util.Map;

/**
 * Writes structured log lines: {@code timestamp}, {@code level}, {@code event} (a stable name to
 * search for), and the fields of the line. Fields are ids, numbers and names; never what a person
 * wrote. Immutable and thread-safe.
 */
public final class Log {
  private final LogSink sink;
  private final InstantSource clock;

  private Log(LogSink sink, InstantSource clock) {
    this.sink = sink;
    this.clock = clock;
  }

  /** A log into that sink, with the times of that clock. */
  public static Log to(LogSink sink, InstantSource clock) {
    return new Log(sink, clock);
  }

  /** Something that happened and is as it should be. */
  public void info(String event, Map<String, ?> fields) {
    write("INFO", event, fields);
  }

  /** Something that an operator may want to look into. */
  public void warn(String event, Map<String, ?> fields) {
    write("WARN", event, fields);
  }

  /** Something that needs an operator. */
  public void error(String event, Map<String, ?> fields) {
    write("ERROR", event, fields);
  }

  /** A fault, once, at the edge: its class, message and frames go into the line. */
  public void error(String event, Map<String, ?> fields, Throwable fault) {
    sink.accept(line("ERROR", event, fields).put("fault", FaultText.of(fault)).build().write());
  }

  private void write(String level, String event, Map<String, ?> fields) {
    sink.accept(line(level, event, fields).build().write());
  }

  private JsonObject.Builder line(String level, String event, Map<String, ?> fields) {
    JsonObject.Builder line =
        JsonObject.builder()
            .put("timestamp", clock.instant().toString())
            .put("level", level)
            .put("event", event);
    fields.forEach((name, value) -> line.put(name, json(value)));
    return line;
  }

  private static Json json(Object value) {
    return switch (value) {
      case Json json -> json;
      case Long number -> Json.of(number);
      case Integer number -> Json.of(number);
      case Boolean truth -> Json.of(truth);
      default -> Json.of(value.toString());
    };
  }
}
