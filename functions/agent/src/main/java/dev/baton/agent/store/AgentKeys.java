package dev.baton.agent.store;

import dev.baton.shell.dynamo.DynamoTable;

/** The keys of the rows of agent sessions. */
final class AgentKeys {
  static final String SESSION = "agent";
  static final String RUN = "run#";
  static final String MESSAGE = "message#";
  static final String REQUEST = "request#";
  static final String TICKET = "ticket#";
  static final String COOKIE = "cookie#";
  static final String VIEWER = "viewer#";
  static final String WATCHED = "watched#";
  static final String GRANT = "grant#";
  static final String EVENT = "event#";
  static final String INFLIGHT = "agentrun#";
  static final String TTL = "ttl";

  /** Both keys of the row that no session has. */
  static final String API = "agent#api";

  private AgentKeys() {}

  /** The partition of everything about a session but its log. */
  static String session(String sessionId) {
    return "agent#" + DynamoTable.escape(sessionId);
  }

  /** The partition of the log. */
  static String log(String sessionId) {
    return "agentlog#" + DynamoTable.escape(sessionId);
  }

  static String owner(String owner) {
    return "owner#" + DynamoTable.escape(owner);
  }

  static String run(String runId) {
    return RUN + DynamoTable.escape(runId);
  }

  static String message(long number) {
    return "%s%06d".formatted(MESSAGE, number);
  }

  static String request(String clientRequestId) {
    return REQUEST + DynamoTable.escape(clientRequestId);
  }

  static String event(long firstSeq) {
    return "%s%012d".formatted(EVENT, firstSeq);
  }
}
