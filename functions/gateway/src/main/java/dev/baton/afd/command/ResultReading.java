package dev.baton.afd.command;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.core.result.AgentHints;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.ErrorCode;
import dev.baton.core.result.Refused;
import dev.baton.core.result.Source;
import dev.baton.core.result.Succeeded;
import dev.baton.core.result.Undo;
import dev.baton.core.result.Warning;
import dev.baton.gateway.call.Called;
import dev.baton.gateway.core.call.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a result that another command gave, so that it can be given again. */
public final class ResultReading {
  private static final int LOWEST_REFUSAL = 400;
  private static final int FAULT = 500;

  private ResultReading() {}

  /** The result, but for its metadata. */
  public static CommandResult of(Called called) {
    JsonObject error = called.result().error();
    return called.result().success() || error == null
        ? succeeded(called.result())
        : refused(called.status(), error);
  }

  private static Refused refused(int status, JsonObject error) {
    JsonObject details = error.object("details");
    ErrorCode code =
        new ErrorCode(
            text(error, "code"),
            status < LOWEST_REFUSAL ? FAULT : status,
            Json.of(true).equals(error.get("retryable")));
    return Refused.because(
        code,
        text(error, "message"),
        text(error, "suggestion"),
        details == null ? JsonObject.EMPTY : details);
  }

  private static Succeeded succeeded(Envelope result) {
    Json data = result.data();
    String reasoning = result.reasoning();
    Succeeded success =
        Succeeded.with(
                data == null ? JsonObject.EMPTY : data,
                reasoning.isBlank() ? "The command did what it was asked." : reasoning)
            .sure(Math.clamp(result.confidence(), 0, 1))
            .from(sources(result.json()))
            .warning(warnings(result))
            .suggesting(suggestions(result.json()));
    String command = result.json().text("undoCommand");
    JsonObject input = result.json().object("undoArgs");
    Succeeded undoable =
        command == null
            ? success
            : success.undoneBy(new Undo(command, input == null ? JsonObject.EMPTY : input));
    AgentHints hints = hints(result.json().object("_agentHints"));
    return hints == null ? undoable : undoable.hinting(hints);
  }

  private static @Nullable AgentHints hints(@Nullable JsonObject hints) {
    if (hints == null) {
      return null;
    }
    if (hints.get("pollInterval") instanceof JsonNumber number) {
      return new AgentHints.Polling(text(hints, "nextAction"), number.decimal().longValue());
    }
    return new AgentHints.Handoff(
        text(hints, "handoffType"),
        Json.of(true).equals(hints.get("consumable")),
        text(hints, "userActionRequired"),
        text(hints, "fallbackCommand"),
        text(hints, "nextAction"));
  }

  private static List<Warning> warnings(Envelope result) {
    List<Warning> warnings = new ArrayList<>();
    for (Json each : result.warnings()) {
      if (each instanceof JsonObject warning) {
        JsonObject details = warning.object("details");
        warnings.add(
            new Warning(
                text(warning, "code"),
                text(warning, "message"),
                Warning.Severity.valueOf(text(warning, "severity").toUpperCase(Locale.ROOT)),
                details == null ? JsonObject.EMPTY : details));
      }
    }
    return warnings;
  }

  private static List<Source> sources(JsonObject json) {
    List<Source> sources = new ArrayList<>();
    for (Json each : json.array("sources")) {
      if (each instanceof JsonObject source) {
        sources.add(
            new Source(
                text(source, "type"), source.text("id"), source.text("title"), source.text("url")));
      }
    }
    return sources;
  }

  private static String[] suggestions(JsonObject json) {
    return json.array("suggestions").stream()
        .map(each -> each instanceof JsonText(String text) ? text : "")
        .filter(text -> !text.isEmpty())
        .toArray(String[]::new);
  }

  private static String text(JsonObject object, String name) {
    String text = object.text(name);
    return text == null ? "" : text;
  }
}
