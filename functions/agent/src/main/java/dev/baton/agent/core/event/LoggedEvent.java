package dev.baton.agent.core.event;

import dev.baton.core.json.JsonObject;
import dev.baton.core.time.UtcText;

/**
 * An event at its place in the log of a session. Its text is made once; whoever shows it copies the
 * text. Source: streaming specification, sections 3.1 and 4.4.
 *
 * @param seq its number in the session, from 1
 * @param runId its run
 * @param type its type
 * @param text its JSON on one line, without CR, LF, NUL, U+2028 and U+2029
 */
public record LoggedEvent(long seq, String runId, EventType type, String text) {

  /**
   * An event that gets its place.
   *
   * @param at when, milliseconds since 1970
   */
  public static LoggedEvent of(AgentEvent event, long seq, String runId, long at) {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("type", event.type().wireName())
            .put("seq", seq)
            .put("run_id", runId)
            .put("ts", UtcText.write(at));
    event.payload().members().forEach(member -> json.put(member.name(), member.value()));
    return new LoggedEvent(seq, runId, event.type(), oneLine(json.build().write()));
  }

  /** The event of a text that {@link #of} made, at its place. */
  public static LoggedEvent stored(long seq, String runId, String text) {
    EventType type = EventType.of(typeOf(text));
    if (type == null) {
      throw new IllegalStateException("Event " + seq + " of " + runId + " is of no known type.");
    }
    return new LoggedEvent(seq, runId, type, text);
  }

  // The type stands first: {"type":"token",…
  private static String typeOf(String text) {
    int start = text.indexOf(':') + 2;
    int end = text.indexOf('"', start);
    return end < 0 ? "" : text.substring(start, end);
  }

  // JSON escapes all other controls itself; these two end lines for some readers.
  private static String oneLine(String json) {
    return json.indexOf('\u2028') < 0 && json.indexOf('\u2029') < 0
        ? json
        : json.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }
}
