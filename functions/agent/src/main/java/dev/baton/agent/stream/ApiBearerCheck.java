package dev.baton.agent.stream;

import dev.baton.core.json.JsonObject;

/**
 * Asks agent-status with the caller's own credential: whoever may ask for a session's status may
 * watch it.
 */
final class ApiBearerCheck implements BearerCheck {
  private final ApiCaller api;

  ApiBearerCheck(ApiCaller api) {
    this.api = api;
  }

  @Override
  public Verdict check(String address, String authorization, String sessionId) {
    JsonObject input = JsonObject.builder().put("sessionId", sessionId).build();
    int status = api.call(address, "agent-status", authorization, input).status();
    if (status >= 200 && status < 300) {
      return Verdict.MAY_SEE;
    }
    if (status == 401) {
      return Verdict.NOT_AUTHENTIC;
    }
    if (status == 429 || status >= 500) {
      throw new IllegalStateException("agent-status answered " + status + ".");
    }
    return Verdict.MAY_NOT;
  }
}
