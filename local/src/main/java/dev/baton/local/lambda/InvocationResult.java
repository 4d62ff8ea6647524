package dev.baton.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;

/** How a call of a function ended. */
public sealed interface InvocationResult {

  /** What the function wrote, or Lambda's description of the error; JSON. */
  byte[] payload();

  /**
   * The function returned.
   *
   * @param payload what it wrote
   */
  record Returned(byte[] payload) implements InvocationResult {}

  /**
   * The function threw.
   *
   * @param type class of the exception
   * @param message its message
   * @param payload Lambda's error object
   */
  record Threw(String type, String message, byte[] payload) implements InvocationResult {}

  /**
   * The function was still running at its timeout.
   *
   * @param payload Lambda's error object
   */
  record TimedOut(byte[] payload) implements InvocationResult {}

  /** The result of a function that threw. */
  static InvocationResult threw(Throwable fault) {
    String type = fault.getClass().getName();
    String message = String.valueOf(fault.getMessage());
    ObjectNode error = Jsons.object().put("errorMessage", message).put("errorType", type);
    var trace = error.putArray("stackTrace");
    for (StackTraceElement frame : fault.getStackTrace()) {
      trace.add(frame.toString());
    }
    return new Threw(type, message, Jsons.bytes(error));
  }

  /** The result of a function that Lambda itself gave up on. */
  static InvocationResult refused(String type, String message) {
    return new Threw(
        type,
        message,
        Jsons.bytes(Jsons.object().put("errorMessage", message).put("errorType", type)));
  }
}
