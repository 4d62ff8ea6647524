package dev.baton.agent.stream;

import com.sun.net.httpserver.Headers;
import dev.baton.agent.core.position.Asked;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoApiStore;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.shell.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * Does what a client of another protocol posts, by the commands and with the caller's own
 * credential; what they refuse is passed on. Source: streaming specification, section 5.3.
 * Thread-safe.
 */
final class Posts {
  private static final int DEEPEST = 100;

  private final DynamoAgentStore agents;
  private final DynamoEventLog log;
  private final DynamoApiStore apis;
  private final ApiCaller api;
  private final JsonReader reader = JsonReader.keepingDuplicates(DEEPEST);

  /**
   * Posts.
   *
   * @param apis where callers of sessions that are not there are answered
   */
  Posts(DynamoAgentStore agents, DynamoEventLog log, DynamoApiStore apis, ApiCaller api) {
    this.agents = agents;
    this.log = log;
    this.apis = apis;
    this.api = api;
  }

  /** What became of a post. */
  sealed interface Outcome {

    /** A run is to be told. */
    record Told(Opening.Ready opening) implements Outcome {}

    /** The stream itself refuses. */
    record Refusal(Refused refused) implements Outcome {}

    /** A command refused. */
    record PassedOn(ApiCaller.Answer answer) implements Outcome {}
  }

  /** Does it. */
  Outcome post(Posted posted, Headers headers, @Nullable Long deadline) {
    String authorization = headers.getFirst("Authorization");
    AgentSession session = agents.session(posted.sessionId());
    if (authorization == null) {
      return new Outcome.Refusal(StreamRefusals.UNAUTHORIZED);
    }
    // The command itself answers for a session that is not there, as for a foreign one.
    String address = session == null ? apis.latest() : session.settings().api();
    if (address == null) {
      return new Outcome.Refusal(StreamRefusals.NOT_FOUND);
    }
    ApiCaller.Answer answer = call(posted, address, authorization);
    String runId = answer.status() == 200 ? runId(answer) : null;
    Run run = runId == null ? null : agents.run(posted.sessionId(), runId);
    return run == null
        ? new Outcome.PassedOn(answer)
        : new Outcome.Told(opening(posted, headers, run, deadline));
  }

  private ApiCaller.Answer call(Posted posted, String address, String authorization) {
    if (posted.answers().isEmpty()) {
      JsonObject input =
          JsonObject.builder()
              .put("sessionId", posted.sessionId())
              .put("message", posted.message())
              .putIfPresent("clientRequestId", posted.requestId())
              .build();
      return api.call(address, "agent-send", authorization, input);
    }
    ApiCaller.Answer answer = null;
    for (Posted.Answer one : posted.answers()) {
      JsonObject input =
          JsonObject.builder()
              .put("sessionId", posted.sessionId())
              .put("approvalId", one.approvalId())
              .put("approved", one.approved())
              .build();
      answer = api.call(address, "agent-approve", authorization, input);
      if (answer.status() != 200) {
        return answer;
      }
    }
    if (answer == null) {
      throw new IllegalStateException("A post has a message or answers.");
    }
    return answer;
  }

  private @Nullable String runId(ApiCaller.Answer answer) {
    JsonObject data =
        reader.read(answer.body()).orNull() instanceof JsonObject json ? json.object("data") : null;
    return data == null ? null : data.text("runId");
  }

  private Opening.Ready opening(Posted posted, Headers headers, Run run, @Nullable Long deadline) {
    StreamRequest request =
        new StreamRequest(
            posted.sessionId(),
            run.id(),
            posted.protocol(),
            Asked.NONE,
            false,
            posted.answered(),
            new StreamRequest.Credentials(
                null, null, null, null, null, headers.getFirst("Sec-Fetch-Mode") != null),
            deadline);
    AgentSession session = agents.session(posted.sessionId());
    if (session == null) {
      throw new IllegalStateException("Session " + posted.sessionId() + " is gone.");
    }
    long last = log.last(posted.sessionId());
    return new Opening.Ready(request, session, run, run.terms().firstSeq() - 1, last, null, false);
  }

  /** What is refused before any command is called. */
  static final Refused MALFORMED =
      StreamRefusals.invalid(
          "The body is no prompt of this protocol.",
          "Post what the client's transport sends, with session_id in the address.");

  /** A body that is too long. */
  static final Refused TOO_LARGE =
      Refused.because(
          ErrorCodes.PAYLOAD_TOO_LARGE,
          "The body is longer than 1 MiB.",
          "Leave out the history: the session has its own.");

  /** A body that does not claim to be JSON. */
  static final Refused NO_JSON =
      Refused.because(
          ErrorCodes.UNSUPPORTED_MEDIA_TYPE,
          "The body is not application/json.",
          "Send it with Content-Type: application/json.");
}
