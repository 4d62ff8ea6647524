package dev.baton.shell.socket;

import dev.baton.core.json.JsonObject;

/**
 * What a function answers to a WebSocket event. At {@code $connect} any status but 2xx refuses the
 * upgrade; elsewhere API Gateway ignores it.
 *
 * @param status the HTTP status
 */
public record SocketAnswer(int status) {

  /** All is well. */
  public static final SocketAnswer OK = new SocketAnswer(200);

  /** The wire form. */
  public JsonObject toJson() {
    return JsonObject.builder().put("statusCode", status).build();
  }
}
