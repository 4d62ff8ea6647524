package dev.baton.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.FunctionDefinition;
import java.nio.charset.StandardCharsets;

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
   * @param message what Lambda says of it
   * @param payload Lambda's error object
   */
  record TimedOut(String message, byte[] payload) implements InvocationResult {}

  /** The result of a function that wrote this. */
  static InvocationResult returned(byte[] payload) {
    return payload.length > LocalFunction.LARGEST_PAYLOAD
        ? refused(
            "Function.ResponseSizeTooLarge",
            "Response payload size exceeded maximum allowed payload size (6291556 bytes).")
        : new Returned(payload);
  }

  /** The result of a function of which a runtime says that it failed, in Lambda's error object. */
  static InvocationResult failed(byte[] error) {
    JsonNode described = Jsons.parse(error);
    return described == null
        ? refused("Runtime.Unknown", new String(error, StandardCharsets.UTF_8))
        : new Threw(
            described.path("errorType").asText("Runtime.Unknown"),
            described.path("errorMessage").asText(""),
            error);
  }

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

  /** The result of a function whose time was up. */
  static InvocationResult timedOut(FunctionDefinition function, String requestId) {
    String message =
        "%s Task timed out after %.2f seconds"
            .formatted(requestId, function.timeout().toMillis() / 1000.0);
    return new TimedOut(message, refused("Sandbox.Timedout", message).payload());
  }

  /** The result of a call that was interrupted. */
  static InvocationResult stopped() {
    return refused("Sandbox.Stopped", "The local stack is stopping.");
  }
}
