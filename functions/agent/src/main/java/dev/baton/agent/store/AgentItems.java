package dev.baton.agent.store;

import static dev.baton.core.json.JsonFields.number;
import static dev.baton.core.json.JsonFields.object;
import static dev.baton.core.json.JsonFields.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.agent.core.conversation.Message;
import dev.baton.agent.core.event.Usage;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunJson;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.core.session.AgentSettings;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.dynamo.Attributes;
import dev.baton.shell.dynamo.NewItem;
import dev.baton.shell.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Sessions, runs and messages as items, and back. */
final class AgentItems {
  static final String BODY = "body";
  static final String VERSION = "version";
  private static final String ROLE = "role";
  private static final String RUN_ID = "run_id";
  private static final String NUMBER = "number";
  private static final String CONTENT = "content";
  private static final String INPUT = "input";
  // What a model nests is bounded by the API; what tools nest, by the commands.
  private static final int DEEPEST = 200;
  private static final JsonReader READER = JsonReader.keepingDuplicates(DEEPEST);

  private AgentItems() {}

  static NewItem session(AgentSession session) {
    return NewItem.of(AgentKeys.session(session.sessionId()), AgentKeys.SESSION)
        .put(VERSION, (Long) session.version())
        .put(BODY, toJson(session).write());
  }

  static AgentSession session(Attributes item) {
    JsonObject json = body(item);
    return new AgentSession(
        text(json, "session_id"),
        text(json, "owner"),
        number(json, VERSION),
        AgentSettings.fromJson(object(json, "settings")),
        json.text("inflight_run"),
        json.text("latest_run"),
        number(json, "next_seq"),
        number(json, "messages"),
        (int) number(json, "runs"),
        Usage.fromJson(object(json, "usage")),
        JsonFields.numberOrNull(json, "cost_nanos"),
        JsonFields.flag(json, "sockets"),
        number(json, "created_at"));
  }

  private static JsonObject toJson(AgentSession session) {
    return JsonObject.builder()
        .put("session_id", session.sessionId())
        .put("owner", session.owner())
        .put(VERSION, session.version())
        .put("settings", session.settings().toJson())
        .putIfPresent("inflight_run", session.inflightRun())
        .putIfPresent("latest_run", session.latestRun())
        .put("next_seq", session.nextSeq())
        .put("messages", session.messages())
        .put("runs", session.runs())
        .put("usage", session.usage().toJson())
        .putIfPresent("cost_nanos", JsonFields.boxed(session.costNanos()))
        .putIfPresent("sockets", JsonFields.flagged(session.sockets()))
        .put("created_at", session.createdAt())
        .build();
  }

  static NewItem run(Run run) {
    return NewItem.of(AgentKeys.session(run.sessionId()), AgentKeys.run(run.id()))
        .put(VERSION, (Long) run.version())
        .put("state", run.state().wireName())
        .put(BODY, RunJson.toJson(run).write());
  }

  static Run run(Attributes item) {
    return RunJson.fromJson(body(item));
  }

  static NewItem message(String sessionId, Message message) {
    return NewItem.of(AgentKeys.session(sessionId), AgentKeys.message(message.number()))
        .put(NUMBER, (Long) message.number())
        .put(ROLE, message.role())
        .put(RUN_ID, message.runId())
        .put(CONTENT, gzip(message.content().write()));
  }

  static Message message(Attributes item) {
    return new Message(
        item.requiredNumber(NUMBER),
        item.requiredText(ROLE),
        (JsonArray) READER.readOwn(gunzip(item.bytes(CONTENT))),
        item.requiredText(RUN_ID));
  }

  static NewItem request(String sessionId, ClientRequest request) {
    return NewItem.of(AgentKeys.session(sessionId), AgentKeys.request(request.id()))
        .put("id", request.id())
        .put(INPUT, request.inputHash())
        .put(RUN_ID, request.runId());
  }

  static ClientRequest request(Attributes item) {
    return new ClientRequest(
        item.requiredText("id"), item.requiredText(INPUT), item.requiredText(RUN_ID));
  }

  /** The size of a message as it is stored, in bytes. */
  static int size(Message message) {
    return gzip(message.content().write()).length;
  }

  private static JsonObject body(Attributes item) {
    return (JsonObject) READER.readOwn(item.requiredText(BODY));
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String gunzip(byte[] bytes) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
