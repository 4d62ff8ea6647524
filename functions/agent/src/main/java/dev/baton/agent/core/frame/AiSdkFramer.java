package dev.baton.agent.core.frame;

import static dev.baton.core.json.JsonFields.flag;
import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.text;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.core.json.JsonObject;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells a run as a UI message stream of the AI SDK, version 1: one message per run, one step per
 * turn. Its clients refuse a piece without its start, and read nothing after an error. Source:
 * streaming specification, sections 5.1 and 5.2.
 */
public final class AiSdkFramer implements Framer {
  private static final String END = "[DONE]";

  private final Function<String, JsonObject> reader;
  private final Frames frames = new Frames();
  private final StreamedCalls streamed = new StreamedCalls();
  private final Set<String> refused = new HashSet<>();
  private @Nullable Part part;
  private boolean stepping;
  private boolean over;

  /** A text or a reasoning that has begun. */
  private record Part(String kind, String id) {}

  /** Reads the texts of events with that reader. */
  public AiSdkFramer(Function<String, JsonObject> reader) {
    this.reader = reader;
  }

  @Override
  public String opening() {
    return ": baton\n\n";
  }

  @Override
  public String frames(LoggedEvent event) {
    if (!over) {
      tell(event, reader.apply(event.text()));
    }
    return frames.take();
  }

  @Override
  public String caughtUp() {
    return "";
  }

  @Override
  public String close(Reconnect notice) {
    if (over) {
      return "";
    }
    over = true;
    return frames.add(AiSdkChunk.transientData("reconnect", notice.toJson())).take();
  }

  @Override
  public boolean isOver() {
    return over;
  }

  private void tell(LoggedEvent event, JsonObject body) {
    switch (event.type()) {
      case RUN_STARTED -> frames.add(AiSdkChunk.start(body));
      case TURN_STARTED -> beginStep();
      case THINKING -> piece("reasoning", body);
      case TOKEN -> piece("text", body);
      case TOOL_CALL_DELTA -> arguments(body);
      case TOOL_CALL -> call(body);
      case APPROVAL_REQUIRED -> ask(body);
      case APPROVAL_RESOLVED -> answer(body);
      case TOOL_RESULT -> result(body);
      case TURN_FINISHED -> endStep();
      case WITHDRAWN -> withdraw();
      case RETRYING, RUN_RESUMED ->
          frames.add(AiSdkChunk.transientData("status", Statuses.of(body)));
      case DONE -> end(AiSdkChunk.finish(body));
      case ERROR -> end(AiSdkChunk.error(body));
      case CANCELLED -> end(AiSdkChunk.abort(body));
    }
  }

  private void beginStep() {
    stepping = true;
    frames.add(AiSdkChunk.bare("start-step"));
  }

  private void piece(String kind, JsonObject body) {
    Part next = new Part(kind, text(body, "message_id") + ":" + number(body, "index"));
    if (!next.equals(part)) {
      endPart();
      part = next;
      frames.add(AiSdkChunk.edge(kind, "start", next.id));
    }
    frames.add(AiSdkChunk.delta(kind, next.id, text(body, "text")));
  }

  private void endPart() {
    if (part != null) {
      frames.add(AiSdkChunk.edge(part.kind, "end", part.id));
      part = null;
    }
  }

  private void arguments(JsonObject body) {
    endPart();
    String call = text(body, "tool_call_id");
    String partial = text(body, "partial");
    if (streamed.add(call, text(body, "name"), partial)) {
      frames.add(AiSdkChunk.inputStart(call, text(body, "name")));
    }
    if (!partial.isEmpty()) {
      frames.add(AiSdkChunk.inputDelta(call, partial));
    }
  }

  private void call(JsonObject body) {
    endPart();
    streamed.complete(text(body, "tool_call_id"));
    frames.add(AiSdkChunk.inputAvailable(body));
  }

  private void ask(JsonObject body) {
    endPart();
    frames.add(AiSdkChunk.approvalRequest(body));
  }

  private void answer(JsonObject body) {
    if (!flag(body, "approved")) {
      refused.add(text(body, "tool_call_id"));
    }
  }

  private void result(JsonObject body) {
    endPart();
    boolean denied = refused.remove(text(body, "tool_call_id"));
    frames.add(denied ? AiSdkChunk.denied(body) : AiSdkChunk.output(body));
  }

  private void endStep() {
    endPart();
    streamed
        .takeCut()
        .forEach(call ->
            frames.add(AiSdkChunk.inputError(call.id(), call.name(), call.arguments().toString())));
    finishStep();
  }

  // The client forgets all of the step itself, calls that are not complete too.
  private void withdraw() {
    endPart();
    streamed.takeCut();
    frames.add(AiSdkChunk.bare("reset-step"));
    finishStep();
  }

  private void finishStep() {
    if (stepping) {
      frames.add(AiSdkChunk.bare("finish-step"));
    }
    stepping = false;
  }

  private void end(JsonObject last) {
    endStep();
    frames.add(last).addText(END);
    over = true;
  }
}
