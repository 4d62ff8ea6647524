package dev.baton.shell.log;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.time.InstantSource;
import java.util.Map;

/**
 * Writes structured log lines: {@code timestamp}, {@code level}, {@code event} (a stable name to
 * search for), the bound fields and those of the line. Fields are ids, numbers and names; never
 * what a person wrote. Immutable and thread-safe.
 */
public final class Log {
  private final LogSink sink;
  private final InstantSource clock;
  private final JsonObject bound;

  private Log(LogSink sink, InstantSource clock, JsonObject bound) {
    this.sink = sink;
    this.clock = clock;
    this.bound = bound;
  }

  /** The log of this function. */
  public static Log ofFunction() {
    return new Log(LogSink.ofFunction(), InstantSource.system(), JsonObject.EMPTY);
  }

  /** A log into any sink, for tests. */
  public static Log to(LogSink sink, InstantSource clock) {
    return new Log(sink, clock, JsonObject.EMPTY);
  }

  /** The same log with one more field on every line. */
  public Log with(String name, String value) {
    return new Log(sink, clock, joined(bound, Map.of(name, value)));
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
    joined(bound, fields).members().forEach(member -> line.put(member.name(), member.value()));
    return line;
  }

  private static JsonObject joined(JsonObject fields, Map<String, ?> more) {
    JsonObject.Builder all = JsonObject.builder();
    fields.members().stream()
        .filter(member -> !more.containsKey(member.name()))
        .forEach(member -> all.put(member.name(), member.value()));
    more.forEach((name, value) -> all.put(name, json(value)));
    return all.build();
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
