package dev.baton.agent.core.frame;

import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.text;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells a run in the events of AG-UI, version 1. Its client keeps the messages of earlier
 * responses, so they are restated first; a question to a person ends the response, and the request
 * that answers it gets what follows. Source: streaming specification, sections 5.1 to 5.3.
 */
public final class AgUiFramer implements Framer {
  private final Function<String, JsonObject> reader;
  private final AgUiView view;
  private final Frames frames = new Frames();
  private final AgUiMessages messages = new AgUiMessages();
  private final AgUiBlocks blocks = new AgUiBlocks(this::tell, messages);
  private final Map<String, JsonObject> questions = new LinkedHashMap<>();
  private final Set<String> unseenAnswers;
  private String sessionId = "";
  private String runId = "";
  private String model = "";
  private @Nullable String step;
  private boolean telling;
  private boolean over;

  /** Reads the texts of events with that reader, for a viewer like this. */
  public AgUiFramer(Function<String, JsonObject> reader, AgUiView view) {
    this.reader = reader;
    this.view = view;
    this.unseenAnswers = new HashSet<>(view.answered());
  }

  @Override
  public String opening() {
    return ": baton\n\n";
  }

  @Override
  public String frames(LoggedEvent event) {
    if (!over) {
      follow(event, reader.apply(event.text()));
    }
    return frames.take();
  }

  @Override
  public String caughtUp() {
    if (!over && telling && !questions.isEmpty()) {
      end(AgUiEvent.interrupted(sessionId, runId, questions.values()));
    }
    return frames.take();
  }

  /** Before the run's first event the client takes nothing but an error. */
  @Override
  public String close(Reconnect notice) {
    if (over) {
      return "";
    }
    over = true;
    String reason = notice.reason().wireName();
    return frames
        .add(
            telling
                ? AgUiEvent.custom("reconnect", notice.toJson())
                : AgUiEvent.error(
                    "RECONNECT", "No event of a run came (" + reason + "). Try again."))
        .take();
  }

  @Override
  public boolean isOver() {
    return over;
  }

  private void follow(LoggedEvent event, JsonObject body) {
    switch (event.type()) {
      case RUN_STARTED -> start(event, body);
      case TURN_STARTED -> beginStep("turn-" + number(body, "turn"));
      case THINKING -> blocks.thinking(body);
      case TOKEN -> blocks.token(body);
      case TOOL_CALL_DELTA -> blocks.arguments(body);
      case TOOL_CALL -> blocks.call(body);
      case APPROVAL_REQUIRED -> ask(body);
      case APPROVAL_RESOLVED -> questions.remove(text(body, "approval_id"));
      case TOOL_RESULT -> result(body);
      case TURN_FINISHED -> endStep();
      case WITHDRAWN -> withdraw(body);
      case RETRYING, RUN_RESUMED -> tell(AgUiEvent.custom("status", Statuses.of(body)));
      case DONE -> end(AgUiEvent.done(sessionId, model, body));
      case ERROR -> end(AgUiEvent.error(text(body, "code"), text(body, "error")));
      case CANCELLED -> end(AgUiEvent.cancelled(sessionId, body));
    }
  }

  private void start(LoggedEvent event, JsonObject body) {
    sessionId = text(body, "session_id");
    runId = event.runId();
    model = text(body, "model");
    AgUiHistory.restate(view.history(), messages);
    if (unseenAnswers.isEmpty()) {
      beginTelling();
      restate();
    }
  }

  private void beginTelling() {
    telling = true;
    tell(AgUiEvent.runStarted(sessionId, runId));
  }

  // A client that has thinking of this run drops it only for other thinking.
  private void restate() {
    LoggedEvent thinking = view.firstThinking();
    if (thinking != null) {
      JsonObject body = reader.apply(thinking.text());
      String message = text(body, "message_id");
      messages.reasoning(message, AgUiMessages.reasoningOf(message, number(body, "index")), "");
    }
    tell(AgUiEvent.snapshot(messages.toJson()));
  }

  private void beginStep(String name) {
    step = name;
    tell(AgUiEvent.step("STARTED", name));
  }

  private void endStep() {
    blocks.end();
    if (step != null) {
      tell(AgUiEvent.step("FINISHED", step));
    }
    step = null;
  }

  private void ask(JsonObject body) {
    blocks.endText();
    String approval = text(body, "approval_id");
    questions.put(approval, AgUiEvent.interrupt(body));
    if (unseenAnswers.remove(approval) && unseenAnswers.isEmpty()) {
      goOn();
    }
  }

  // The client knows all until here from the response that the question ended.
  private void goOn() {
    beginTelling();
    if (step != null) {
      beginStep(step);
    }
  }

  private void result(JsonObject body) {
    blocks.endText();
    String call = text(body, "tool_call_id");
    Json result = body.get("result");
    String content = (result == null ? JsonNull.NULL : result).write();
    messages.result(AgUiMessages.resultOf(call), call, content);
    tell(AgUiEvent.callResult(call, content));
  }

  private void withdraw(JsonObject body) {
    endStep();
    messages.withdraw(text(body, "message_id"));
    tell(AgUiEvent.snapshot(messages.toJson()));
  }

  private void end(JsonObject last) {
    endStep();
    if (!telling) {
      beginTelling();
    }
    tell(last);
    over = true;
  }

  private void tell(JsonObject event) {
    if (telling) {
      frames.add(event);
    }
  }
}
