package dev.baton.local.graph.refusal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import org.jspecify.annotations.Nullable;

/**
 * A refusal of the Graph API. Source: Meta, "Handling errors" and "Common error codes" of the
 * Messenger Platform.
 *
 * @param status HTTP status of the answer
 * @param isTransient null leaves the member out, as Meta mostly does
 */
public record GraphError(
    int status,
    int code,
    @Nullable Integer subcode,
    String type,
    String message,
    @Nullable Boolean isTransient) {

  private static final String OAUTH = "OAuthException";

  /** The error that Meta gives for a code, with its usual text and status. */
  public static GraphError of(int code) {
    return switch (code) {
      case -1 -> server(code, "An unknown error has occurred.");
      case 1 -> server(code, "An unknown error occurred");
      case 2 -> server(code, "An unexpected error has occurred. Please retry your request later.");
      case 1200 -> server(code, "(#1200) Temporary send message failure. Please try again later.");
      case 4 -> client(400, code, "(#4) Application request limit reached");
      case 17 -> client(400, code, "(#17) User request limit reached");
      case 32 -> client(400, code, "(#32) Page request limit reached");
      case 613 -> client(400, code, "(#613) Calls to this api have exceeded the rate limit.");
      case 80006 -> client(400, code, "(#80006) There have been too many calls for this page.");
      case 551 -> client(400, code, "(#551) This person isn't available right now.");
      case 2022 -> client(400, code, "(#2022) This person isn't receiving messages right now.");
      case 10 -> client(403, code, "(#10) Application does not have permission for this action");
      case 190 -> client(401, code, "Invalid OAuth access token - Cannot parse access token");
      case 200 -> client(403, code, "(#200) Permissions error");
      case 230 -> client(403, code, "(#230) Permissions disallow message to user");
      case 368 -> client(403, code, "(#368) The action attempted has been deemed abusive.");
      case 100 -> client(400, code, "(#100) Invalid parameter");
      default -> client(400, code, "(#" + code + ") Error " + code);
    };
  }

  /** Code 100: a parameter is wrong. */
  public static GraphError parameter(String message) {
    return of(100).saying("(#100) " + message);
  }

  /** Code 10, subcode 2018300. */
  public static GraphError anotherAppOwnsTheThread() {
    return of(10)
        .saying("(#10) Message failed to send because another app is controlling this thread now.")
        .sub(2018300);
  }

  /** Code 10, subcode 2018278. */
  public static GraphError outsideTheWindow() {
    return of(10).saying("(#10) This message is sent outside of allowed window.").sub(2018278);
  }

  /** Code 100, subcode 2018001. */
  public static GraphError nobodyThere() {
    return parameter("No matching user found").sub(2018001);
  }

  public GraphError saying(String otherMessage) {
    return new GraphError(status, code, subcode, type, otherMessage, isTransient);
  }

  public GraphError sub(int otherSubcode) {
    return new GraphError(status, code, otherSubcode, type, message, isTransient);
  }

  public GraphError answered(int otherStatus) {
    return new GraphError(otherStatus, code, subcode, type, message, isTransient);
  }

  public GraphError ofType(String otherType) {
    return new GraphError(status, code, subcode, otherType, message, isTransient);
  }

  public GraphError passing(boolean isPassing) {
    return new GraphError(status, code, subcode, type, message, isPassing);
  }

  /** The body of the answer. */
  public ObjectNode toJson(String traceId) {
    ObjectNode body = Trees.object();
    ObjectNode error = body.putObject("error");
    error.put("message", message).put("type", type).put("code", code);
    if (subcode != null) {
      error.put("error_subcode", subcode);
    }
    if (isTransient != null) {
      error.put("is_transient", isTransient);
    }
    error.put("fbtrace_id", traceId);
    return body;
  }

  private static GraphError client(int status, int code, String message) {
    return new GraphError(status, code, null, OAUTH, message, null);
  }

  private static GraphError server(int code, String message) {
    return new GraphError(500, code, null, OAUTH, message, true);
  }
}
