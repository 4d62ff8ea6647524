package dev.baton.shell.command;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;

/** Keeps of a handoff only which session it made, and asks for a fresh token of that session. */
record SessionReissue(HandoffSessions sessions) implements Reissue {
  private static final String SESSION_ID = "sessionId";

  @Override
  public JsonObject keep(Json data) {
    return JsonObject.builder().put(SESSION_ID, sessionOf(data)).build();
  }

  @Override
  public CommandResult again(JsonObject kept, Call call) {
    String sessionId = kept.text(SESSION_ID);
    return sessions.reissue(sessionId == null ? "" : sessionId, call);
  }

  /** The session of a handoff's data; empty when it names none. */
  static String sessionOf(Json data) {
    JsonObject credentials =
        data instanceof JsonObject result ? result.object("credentials") : null;
    String sessionId = credentials == null ? null : credentials.text(SESSION_ID);
    return sessionId == null ? "" : sessionId;
  }
}
