package dev.baton.local.lambda;

import dev.baton.local.edge.AwsCall;
import dev.baton.local.edge.AwsFault;
import dev.baton.local.edge.AwsReply;
import dev.baton.local.edge.AwsService;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Invoke operation of Lambda: synchronous, asynchronous and dry run.
 *
 * <p>Source: AWS Lambda API reference, "Invoke".
 */
public final class LambdaService implements AwsService {
  private static final int LARGEST_EVENT = 1_048_576;

  private final Functions functions;
  private final EventQueue events;

  /** The API in front of these functions and this queue. */
  public LambdaService(Functions functions, EventQueue events) {
    this.functions = functions;
    this.events = events;
  }

  @Override
  public AwsReply answer(AwsCall call) {
    List<String> path = call.path();
    boolean invoke =
        path.size() == 4
            && path.get(1).equals("functions")
            && path.get(3).equals("invocations")
            && call.method().equals("POST");
    if (!invoke) {
      throw AwsFault.unknownOperation("lambda", call.method() + " /" + String.join("/", path));
    }
    String called = called(call);
    LocalFunction function = functions.find(called);
    if (function == null) {
      throw new AwsFault(404, "ResourceNotFoundException", "Function not found: " + called);
    }
    return invoke(function, call);
  }

  /** The function that a call is for, with the version or alias that is called behind a colon. */
  public static String called(AwsCall call) {
    String function = Names.function(call.path().get(2));
    String qualifier = call.query().getOrDefault("Qualifier", "");
    return qualifier.isEmpty() || function.contains(":") ? function : function + ":" + qualifier;
  }

  private AwsReply invoke(LocalFunction function, AwsCall call) {
    byte[] payload = call.body().length == 0 ? new byte[] {'{', '}'} : call.body();
    if (Jsons.parse(payload) == null) {
      throw new AwsFault(
          400, "InvalidRequestContentException", "Could not parse request body into json");
    }
    String type = call.headers().getOrDefault("x-amz-invocation-type", "RequestResponse");
    return switch (type) {
      case "RequestResponse" -> synchronous(function, payload);
      case "Event" -> asynchronous(function, payload);
      case "DryRun" -> new AwsReply(204, Map.of(), new byte[0]);
      default ->
          throw new AwsFault(
              400, "InvalidParameterValueException", "Unknown invocation type '" + type + "'.");
    };
  }

  private AwsReply synchronous(LocalFunction function, byte[] payload) {
    refuseLarge(payload, LocalFunction.LARGEST_PAYLOAD);
    InvocationResult result = function.invoke(payload);
    Map<String, String> headers =
        new HashMap<>(Map.of("X-Amz-Executed-Version", function.version()));
    if (!(result instanceof InvocationResult.Returned)) {
      headers.put("X-Amz-Function-Error", "Unhandled");
    }
    return new AwsReply(200, headers, result.payload());
  }

  private AwsReply asynchronous(LocalFunction function, byte[] payload) {
    refuseLarge(payload, LARGEST_EVENT);
    events.accept(function, payload);
    return new AwsReply(202, Map.of(), new byte[0]);
  }

  private static void refuseLarge(byte[] payload, int largest) {
    if (payload.length > largest) {
      throw new AwsFault(
          413,
          "RequestTooLargeException",
          "%d byte payload is too large (limit %d bytes)".formatted(payload.length, largest));
    }
  }
}
