package dev.baton.agent.core.tool;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * How results of calls are shown to viewers and to the model, cut where they are too long. Source:
 * streaming specification, section 7.3.
 */
public final class ToolResults {
  /** The longest result in an event, in bytes of JSON text. */
  public static final int LONGEST_SHOWN = 64 * 1024;

  private ToolResults() {}

  /** The event of a result. */
  public static AgentEvent event(ToolCall call, ToolOutcome outcome, long durationMs) {
    String code = outcome.code();
    if (code != null && outcome.result() instanceof JsonObject refusal) {
      return TurnEvents.toolFailure(call.id(), call.name(), code, shortened(refusal), durationMs);
    }
    String text = outcome.result().write();
    int bytes = text.getBytes(UTF_8).length;
    return bytes <= LONGEST_SHOWN
        ? TurnEvents.toolResult(call.id(), call.name(), outcome.result(), durationMs, null)
        : TurnEvents.toolResult(call.id(), call.name(), cutToFit(text), durationMs, (long) bytes);
  }

  /**
   * The block that gives the result to the model.
   *
   * @param longest the most bytes of it
   */
  public static JsonObject block(String callId, ToolOutcome outcome, int longest) {
    Long cutFrom = outcome.cutFrom();
    String text =
        cutFrom != null && outcome.result() instanceof JsonText(String beginning)
            ? beginning
            : outcome.result().write();
    long bytes = cutFrom == null ? text.getBytes(UTF_8).length : cutFrom;
    String shown =
        bytes <= longest && cutFrom == null
            ? text
            : cut(text, longest) + " [cut, " + bytes + " bytes in all]";
    return block(callId, shown, outcome.isError());
  }

  /** The block of a text. */
  public static JsonObject block(String callId, String text, boolean isError) {
    return JsonObject.builder()
        .put("type", "tool_result")
        .put("tool_use_id", callId)
        .put("content", text)
        .putIfPresent("is_error", JsonFields.flagged(isError))
        .build();
  }

  /** The outcome that an event tells of; null when it tells of none. */
  public static @Nullable ToolOutcome outcome(JsonObject event) {
    Json result = event.get("result");
    boolean cut = JsonBoolean.TRUE.equals(event.get("truncated"));
    Long bytes = cut ? JsonFields.numberOrNull(event, "bytes") : null;
    return result == null ? null : new ToolOutcome(result, event.text("code"), bytes);
  }

  private static JsonObject shortened(JsonObject refusal) {
    return refusal.write().length() <= LONGEST_SHOWN / 4
        ? refusal
        : JsonObject.builder()
            .putIfPresent("code", refusal.text("code"))
            .put("message", "The refusal is too long to be shown.")
            .build();
  }

  // Quotes and backslashes of the text are escaped once more in the event.
  private static Json cutToFit(String text) {
    int longest = LONGEST_SHOWN;
    Json cut = new JsonText(cut(text, longest));
    while (cut.write().getBytes(UTF_8).length > LONGEST_SHOWN + LONGEST_SHOWN / 4) {
      longest -= LONGEST_SHOWN / 8;
      cut = new JsonText(cut(text, longest));
    }
    return cut;
  }

  /** The longest beginning of a text with at most so many bytes of UTF-8, in whole characters. */
  static String cut(String text, int longest) {
    int bytes = 0;
    int index = 0;
    while (index < text.length()) {
      int point = text.codePointAt(index);
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (bytes > longest) {
        return text.substring(0, index);
      }
      index += Character.charCount(point);
    }
    return text;
  }
}
