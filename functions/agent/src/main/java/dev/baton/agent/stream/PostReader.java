package dev.baton.agent.stream;

import dev.baton.agent.core.frame.StreamProtocol;
import dev.baton.agent.stream.Posted.Answer;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.shell.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what clients of the AI SDK and of AG-UI post. The history that they send along is not the
 * truth and is not looked at. Source: streaming specification, section 5.3.
 */
final class PostReader {
  private static final int DEEPEST = 100;
  private static final String REQUEST_ID = "[!-~]{1,128}";

  private final JsonReader reader = JsonReader.keepingDuplicates(DEEPEST);

  /** The post; null when it is none. */
  @Nullable Posted read(Map<String, String> query, byte[] body) {
    StreamProtocol protocol = StreamProtocol.of(query.getOrDefault("protocol", ""));
    if (protocol == null || !(reader.read(body).orNull() instanceof JsonObject json)) {
      return null;
    }
    return switch (protocol) {
      case NATIVE -> null;
      case AI_SDK -> aiSdk(query.get("session_id"), json);
      case AG_UI ->
          agUi(Objects.requireNonNullElse(query.get("session_id"), json.text("threadId")), json);
    };
  }

  private static @Nullable Posted aiSdk(@Nullable String sessionId, JsonObject json) {
    JsonObject last = lastOfUser(json);
    boolean again = "regenerate-message".equals(json.text("trigger"));
    if (again || last == null || !StreamRequestReader.isSessionId(sessionId)) {
      return null;
    }
    String text = texts(last.array("parts"));
    return text.isEmpty() || sessionId == null
        ? null
        : new Posted(sessionId, StreamProtocol.AI_SDK, text, id(last.text("id")), List.of());
  }

  private static @Nullable Posted agUi(@Nullable String sessionId, JsonObject json) {
    if (sessionId == null || !StreamRequestReader.isSessionId(sessionId)) {
      return null;
    }
    List<Answer> answers = answers(json.array("resume"));
    if (answers == null) {
      return null;
    }
    if (!answers.isEmpty()) {
      return new Posted(sessionId, StreamProtocol.AG_UI, "", null, answers);
    }
    JsonObject last = lastOfUser(json);
    String text = last == null ? "" : content(last);
    return text.isEmpty()
        ? null
        : new Posted(sessionId, StreamProtocol.AG_UI, text, id(json.text("runId")), answers);
  }

  private static @Nullable String id(@Nullable String text) {
    return text != null && text.matches(REQUEST_ID) ? text : null;
  }

  private static @Nullable JsonObject lastOfUser(JsonObject json) {
    JsonObject last = null;
    for (Json message : json.array("messages")) {
      if (message instanceof JsonObject object && "user".equals(object.text("role"))) {
        last = object;
      }
    }
    return last;
  }

  private static String content(JsonObject message) {
    return message.get("content") instanceof JsonText(String text)
        ? text
        : texts(message.array("content"));
  }

  private static String texts(List<Json> parts) {
    return parts.stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .filter(part -> "text".equals(part.text("type")))
        .map(part -> Objects.requireNonNullElse(part.text("text"), ""))
        .collect(Collectors.joining());
  }

  /** The answers; null when one of them is none. */
  private static @Nullable List<Answer> answers(List<Json> resume) {
    List<Answer> answers = new ArrayList<>();
    for (Json one : resume) {
      String id = one instanceof JsonObject object ? object.text("interruptId") : null;
      if (id == null || !(one instanceof JsonObject answer)) {
        return null;
      }
      answers.add(new Answer(id, isYes(answer)));
    }
    return answers;
  }

  private static boolean isYes(JsonObject answer) {
    JsonObject payload = answer.object("payload");
    boolean no = payload != null && JsonBoolean.FALSE.equals(payload.get("approved"));
    return "resolved".equals(answer.text("status")) && !no;
  }
}
