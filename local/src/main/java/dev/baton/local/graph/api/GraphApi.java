package dev.baton.local.graph.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.fault.FaultFilter;
import dev.baton.local.graph.fault.FaultRule.Fault;
import dev.baton.local.graph.fault.FaultRules;
import dev.baton.local.graph.http.HttpAnswer;
import dev.baton.local.graph.http.HttpCall;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.messenger.Messenger;
import dev.baton.local.graph.refusal.GraphError;
import dev.baton.local.graph.thread.Conversation;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The front of the Graph API: finds the endpoint, the caller and the conversation, and lets ordered
 * faults strike. Source: Meta, "Graph API: Handling errors".
 */
public final class GraphApi {

  private final Messenger messenger;
  private final Callers callers;
  private final Map<String, Endpoint> endpoints;
  private final FaultRules faults;
  private final FaultStage stage;
  private final CallLog log;

  public GraphApi(
      Messenger messenger, Callers callers, FaultRules faults, Endpoints edges, CallLog log) {
    this.messenger = messenger;
    this.callers = callers;
    this.endpoints = edges.byName();
    this.faults = faults;
    this.stage = new FaultStage(messenger, faults);
    this.log = log;
  }

  /** The answer; the call counts as activity until everything that follows it has begun. */
  public HttpAnswer answer(HttpCall call) {
    messenger.activity().begun();
    return play(call).then(messenger.activity()::ended);
  }

  private HttpAnswer play(HttpCall call) {
    Optional<GraphPath> path = GraphPath.of(call.segments());
    String edge = path.map(GraphPath::edge).orElse("");
    Endpoint endpoint = endpoints.get(call.method() + " " + edge);
    ObjectNode body = Trees.parseObject(call.body()).orElseGet(Trees::object);
    String userId = recipient(call, body);
    CallLog.Entry entry = log.begin(messenger.now(), call, edge, userId);
    Optional<Fault> fault = faults.strike(new FaultFilter.Call(edge, userId, call.text()));
    HttpAnswer answer =
        stage.play(
            fault,
            () ->
                path.isEmpty() || endpoint == null
                    ? answer(new GraphResult.Refused(unknownPath(call)))
                    : answer(perform(path.get(), endpoint, call, body, userId)));
    entry.answered(answer);
    return answer;
  }

  private GraphResult perform(
      GraphPath path, Endpoint endpoint, HttpCall call, ObjectNode body, String userId) {
    return switch (callers.of(call)) {
      case Callers.Caller.Unknown(GraphError error) -> new GraphResult.Refused(error);
      case Callers.Caller.Known caller -> {
        String page = path.page().orElse(caller.pageId());
        if (caller.pageId() != null && !caller.pageId().equals(page)) {
          yield new GraphResult.Refused(
              GraphError.of(200).saying("(#200) The token is of another page."));
        }
        if (call.body().length > 0 && body.isEmpty()) {
          yield new GraphResult.Refused(GraphError.parameter("The body is no JSON object"));
        }
        String token = body.path("recipient").path("one_time_notif_token").asText(null);
        Optional<Conversation> conversation =
            token == null
                ? conversation(page, userId)
                : messenger.conversations().findByToken(token);
        yield conversation
            .map(known -> endpoint.answer(new GraphCall(caller.appId(), known, token, body)))
            .orElseGet(() -> new GraphResult.Refused(noRecipient(token)));
      }
    };
  }

  private Optional<Conversation> conversation(@Nullable String page, String userId) {
    return userId.isEmpty()
        ? Optional.empty()
        : Optional.of(messenger.conversations().of(Optional.ofNullable(page), userId));
  }

  private HttpAnswer answer(GraphResult result) {
    return switch (result) {
      case GraphResult.Done(ObjectNode body, Runnable afterwards) ->
          HttpAnswer.json(200, body).then(afterwards);
      case GraphResult.Refused(GraphError error) -> stage.refusal(error, Map.of());
    };
  }

  private static String recipient(HttpCall call, ObjectNode body) {
    return call.method().equals("GET")
        ? call.parameter("recipient").orElse("")
        : body.path("recipient").path("id").asText("");
  }

  private static GraphError noRecipient(@Nullable String token) {
    return token == null
        ? GraphError.parameter("The parameter recipient is required")
        : GraphError.parameter("The one time notification token is not valid");
  }

  private static GraphError unknownPath(HttpCall call) {
    return GraphError.of(2500).saying("Unknown path components: " + call.path());
  }
}
