package dev.baton.local.graph.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;

/**
 * An order that the simulator does not carry out, with the code and the advice that its caller
 * gets.
 */
final class ControlRefusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;
  private final String suggestion;

  private ControlRefusal(int status, String code, String message, String suggestion) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.suggestion = suggestion;
  }

  static ControlRefusal malformed(String code, String message, String suggestion) {
    return new ControlRefusal(400, code, message, suggestion);
  }

  static ControlRefusal unknown(String code, String message, String suggestion) {
    return new ControlRefusal(404, code, message, suggestion);
  }

  static ControlRefusal impossible(String code, String message, String suggestion) {
    return new ControlRefusal(409, code, message, suggestion);
  }

  static ControlRefusal wrongMethod(String method, String path) {
    return new ControlRefusal(
        405,
        "WRONG_METHOD",
        method + " is not possible at " + path + ".",
        "GET /simulator lists all orders.");
  }

  int status() {
    return status;
  }

  /** {@code {"error":{"code","message","suggestion"}}}. */
  ObjectNode toJson() {
    ObjectNode body = Trees.object();
    body.putObject("error")
        .put("code", code)
        .put("message", getMessage())
        .put("suggestion", suggestion);
    return body;
  }
}
