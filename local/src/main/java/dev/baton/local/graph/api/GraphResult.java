package dev.baton.local.graph.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.refusal.GraphError;
import java.util.Optional;

/** What came of a call. */
sealed interface GraphResult {

  /**
   * It was done.
   *
   * @param afterwards what happens when the answer has left
   */
  record Done(ObjectNode body, Runnable afterwards) implements GraphResult {}

  record Refused(GraphError error) implements GraphResult {}

  /** The answer of the control calls: {@code {"success":true}}, or the error. */
  static GraphResult success(Optional<GraphError> error, Runnable afterwards) {
    return error
        .<GraphResult>map(Refused::new)
        .orElseGet(() -> new Done(Trees.object().put("success", true), afterwards));
  }
}
