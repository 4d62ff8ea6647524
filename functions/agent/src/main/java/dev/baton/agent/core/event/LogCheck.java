package dev.baton.agent.core.event;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonCanonical;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks the log of a whole session, or its end: numbers without a gap, one run after the other,
 * each in its grammar; only the last may be in flight. Every test that makes a log ends with it.
 * Source: streaming specification, section 3.3.
 */
public final class LogCheck {
  private final Function<String, JsonObject> reader;
  private final List<String> violations = new ArrayList<>();
  private final Set<String> runs = new HashSet<>();
  private final Map<String, String> arguments = new HashMap<>();
  private RunGrammar grammar = RunGrammar.start();
  private String runId = "";

  private LogCheck(Function<String, JsonObject> reader) {
    this.reader = reader;
  }

  /**
   * What is wrong with the log, each with its number; empty when nothing is.
   *
   * @param log its events from the first of a run on
   * @param reader reads JSON text, and throws on anything but an object
   */
  public static List<String> violations(
      List<LoggedEvent> log, Function<String, JsonObject> reader) {
    LogCheck check = new LogCheck(reader);
    long seq = log.isEmpty() ? 0 : log.getFirst().seq();
    for (LoggedEvent event : log) {
      if (event.seq() != seq++) {
        check.violated(event, "There is a gap before it.");
        break;
      }
      check.add(event);
    }
    return List.copyOf(check.violations);
  }

  private void add(LoggedEvent event) {
    JsonObject body = reader.apply(event.text());
    checkEnvelope(event, body);
    if (!event.runId().equals(runId)) {
      begin(event);
    }
    switch (grammar.accept(event.type(), body)) {
      case RunGrammar.Accepted(RunGrammar next) -> grammar = next;
      case RunGrammar.Violated(String reason) -> violated(event, reason);
    }
    checkArguments(event, body);
  }

  private void begin(LoggedEvent event) {
    if (!runId.isEmpty() && !grammar.isOver()) {
      violated(event, "The run before it, " + runId + ", has no end.");
    }
    if (!runs.add(event.runId())) {
      violated(event, "Its run was over.");
    }
    runId = event.runId();
    grammar = RunGrammar.start();
  }

  private void checkEnvelope(LoggedEvent event, JsonObject body) {
    boolean same =
        event.type().wireName().equals(body.text("type"))
            && event.runId().equals(body.text("run_id"))
            && Json.of(event.seq()).equals(body.get("seq"))
            && body.text("ts") != null;
    if (!same) {
      violated(event, "Its text is that of another event.");
    }
    if (event.text().chars().anyMatch(LogCheck::endsLine)) {
      violated(event, "Its text is more than one line.");
    }
  }

  // The pieces of a call's arguments are the text of its arguments.
  private void checkArguments(LoggedEvent event, JsonObject body) {
    switch (event.type()) {
      case TURN_STARTED -> arguments.clear();
      case TOOL_CALL_DELTA ->
          arguments.merge(
              TurnCalls.idOf(body), body.text("partial") + "", (before, more) -> before + more);
      case TOOL_CALL -> checkCall(event, body);
      case RUN_STARTED,
          THINKING,
          TOKEN,
          APPROVAL_REQUIRED,
          APPROVAL_RESOLVED,
          TOOL_RESULT,
          TURN_FINISHED,
          RETRYING,
          WITHDRAWN,
          RUN_RESUMED,
          DONE,
          ERROR,
          CANCELLED -> {}
    }
  }

  private void checkCall(LoggedEvent event, JsonObject body) {
    String text = arguments.get(TurnCalls.idOf(body));
    Json args = body.get("args");
    if (text == null || args == null || body.has("args_invalid")) {
      return;
    }
    JsonObject read = text.isBlank() ? JsonObject.EMPTY : reader.apply(text);
    if (!JsonCanonical.sorted(read).equals(JsonCanonical.sorted(args))) {
      violated(event, "Its arguments are not those that were streamed.");
    }
  }

  private void violated(LoggedEvent event, String reason) {
    violations.add(
        "%d (%s of %s): %s".formatted(event.seq(), event.type().wireName(), event.runId(), reason));
  }

  private static boolean endsLine(int character) {
    return character == '\n'
        || character == '\r'
        || character == 0
        || character == 0x2028
        || character == 0x2029;
  }
}
