package dev.baton.local.graph.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.messenger.ThreadControl;
import dev.baton.local.graph.partner.PartnerApps;
import dev.baton.local.graph.refusal.GraphError;
import dev.baton.local.graph.thread.Ownership;
import java.util.Optional;

/** The calls that move control of a thread or ask who has it. */
final class ControlEndpoints {

  private static final int METADATA = 1_000;

  private final ThreadControl control;
  private final PartnerApps partners;

  ControlEndpoints(ThreadControl control, PartnerApps partners) {
    this.control = control;
    this.partners = partners;
  }

  /** {@code POST /pass_thread_control}. */
  GraphResult pass(GraphCall call) {
    JsonNode target = call.body().path("target_app_id");
    if (!target.asText().matches("\\d{1,20}")) {
      return new GraphResult.Refused(
          GraphError.parameter("Param target_app_id must be a valid app id"));
    }
    Optional<GraphError> refused =
        tooLong(call)
            .or(() ->
                control.pass(call.conversation(), call.appId(), target.asText(), call.metadata()));
    if (refused.isPresent()) {
      return new GraphResult.Refused(refused.get());
    }
    PartnerApps.Turn turn = partners.gains(call.conversation(), target.asText());
    turn.beforeResponse();
    return GraphResult.success(Optional.empty(), turn::afterResponse);
  }

  /** {@code POST /take_thread_control}. */
  GraphResult take(GraphCall call) {
    return GraphResult.success(
        tooLong(call).or(() -> control.take(call.conversation(), call.appId(), call.metadata())),
        () -> {});
  }

  /** {@code POST /release_thread_control}. */
  GraphResult release(GraphCall call) {
    return GraphResult.success(
        tooLong(call).or(() -> control.release(call.conversation(), call.appId(), call.metadata())),
        () -> {});
  }

  /** {@code POST /request_thread_control}. */
  GraphResult request(GraphCall call) {
    control.request(call.conversation(), call.appId(), call.metadata());
    return GraphResult.success(Optional.empty(), () -> {});
  }

  /** {@code GET /thread_owner}: no element while the thread is idle. */
  GraphResult owner(GraphCall call) {
    Ownership ownership = call.conversation().ownership();
    ObjectNode body = Trees.object();
    ArrayNode data = body.putArray("data");
    if (!ownership.isIdle()) {
      data.addObject()
          .putObject("thread_owner")
          .put("app_id", ownership.appId())
          .put("expiration", control.expiry(call.conversation()) / 1000);
    }
    return new GraphResult.Done(body, () -> {});
  }

  private static Optional<GraphError> tooLong(GraphCall call) {
    String metadata = call.metadata();
    return metadata != null && metadata.codePointCount(0, metadata.length()) > METADATA
        ? Optional.of(
            GraphError.parameter(
                "Length of param metadata must be less than or equal to " + METADATA))
        : Optional.empty();
  }
}
