package dev.baton.agent.core.frame;

import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.text;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What of the model's answer a client of AG-UI was told the beginning of, and not yet the end: at
 * most one text or reasoning, and calls.
 */
final class AgUiBlocks {
  private final Consumer<JsonObject> out;
  private final AgUiMessages messages;
  private final StreamedCalls streamed = new StreamedCalls();
  private @Nullable String openText;
  private @Nullable String openReasoning;

  AgUiBlocks(Consumer<JsonObject> out, AgUiMessages messages) {
    this.out = out;
    this.messages = messages;
  }

  void thinking(JsonObject body) {
    String message = text(body, "message_id");
    String id = AgUiMessages.reasoningOf(message, number(body, "index"));
    if (!id.equals(openReasoning)) {
      endText();
      openReasoning = id;
      out.accept(AgUiEvent.message("REASONING_START", id));
      out.accept(AgUiEvent.reasoningStart(id));
    }
    messages.reasoning(message, id, text(body, "text"));
    out.accept(AgUiEvent.content("REASONING_MESSAGE_CONTENT", id, text(body, "text")));
  }

  void token(JsonObject body) {
    String message = text(body, "message_id");
    String id = messages.textOf(message, number(body, "index"));
    if (!id.equals(openText)) {
      endText();
      openText = id;
      out.accept(AgUiEvent.textStart(id));
    }
    messages.text(message, id, text(body, "text"));
    out.accept(AgUiEvent.content("TEXT_MESSAGE_CONTENT", id, text(body, "text")));
  }

  void arguments(JsonObject body) {
    endText();
    String partial = text(body, "partial");
    begin(body, partial);
    tellArguments(body, partial);
  }

  void call(JsonObject body) {
    endText();
    String call = text(body, "tool_call_id");
    begin(body, "");
    if (streamed.complete(call).isEmpty()) {
      Json args = body.get("args");
      tellArguments(body, (args == null ? JsonNull.NULL : args).write());
    }
    out.accept(AgUiEvent.callEnd(call));
  }

  /** Ends all; calls that were cut off too. */
  void end() {
    endText();
    streamed.takeCut().forEach(call -> out.accept(AgUiEvent.callEnd(call.id())));
  }

  /** Ends the text or the reasoning. */
  void endText() {
    if (openText != null) {
      out.accept(AgUiEvent.message("TEXT_MESSAGE_END", openText));
    }
    if (openReasoning != null) {
      out.accept(AgUiEvent.message("REASONING_MESSAGE_END", openReasoning));
      out.accept(AgUiEvent.message("REASONING_END", openReasoning));
    }
    openText = null;
    openReasoning = null;
  }

  private void begin(JsonObject body, String partial) {
    String call = text(body, "tool_call_id");
    String name = text(body, "name");
    String message = text(body, "message_id");
    if (streamed.add(call, name, partial)) {
      messages.call(message, call, name, "");
      out.accept(AgUiEvent.callStart(call, name, message));
    }
  }

  private void tellArguments(JsonObject body, String text) {
    if (text.isEmpty()) {
      return;
    }
    String call = text(body, "tool_call_id");
    messages.call(text(body, "message_id"), call, text(body, "name"), text);
    out.accept(AgUiEvent.callArguments(call, text));
  }
}
