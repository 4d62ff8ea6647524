package dev.baton.local.graph.fault;

import dev.baton.local.graph.refusal.GraphError;
import java.util.Map;

/** What goes wrong. */
public sealed interface FaultEffect {

  /** The Graph API refuses with this error. */
  record Refuse(GraphError error, Map<String, String> headers) implements FaultEffect {}

  /** Something between us and the Graph API answers with these bytes. */
  record Garble(int status, String body, String contentType, Map<String, String> headers)
      implements FaultEffect {}

  /** The connection is closed without an answer. */
  record Cut() implements FaultEffect {}

  /** No answer comes until the faults are cleared; then the connection is closed. */
  record Hang() implements FaultEffect {}

  /** Nothing but the rule's delay. */
  record Slow() implements FaultEffect {}
}
