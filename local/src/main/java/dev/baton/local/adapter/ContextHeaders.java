package dev.baton.local.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.FunctionDefinition;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The two headers by which the adapter tells the server about its invocation. They replace whatever
 * a client sent under their names.
 *
 * <p>Source: Lambda Web Adapter 1.0, and the execution context of the AWS Lambda runtime for Rust.
 */
final class ContextHeaders {
  private ContextHeaders() {}

  static Map<String, String> of(FunctionDefinition function, Invocation invocation) {
    JsonNode request = invocation.event().path("requestContext");
    return Map.of(
        "x-amzn-lambda-context",
        Jsons.write(lambda(function, invocation)),
        "x-amzn-request-context",
        Jsons.write(request.isObject() ? request : Jsons.object()));
  }

  private static ObjectNode lambda(FunctionDefinition function, Invocation invocation) {
    Instant deadline = invocation.time().plus(function.timeout());
    ObjectNode context =
        Jsons.object()
            .put("request_id", invocation.requestId())
            .put("deadline", deadline.toEpochMilli())
            .put("invoked_function_arn", function.arn(function.alias()))
            .put("xray_trace_id", trace(invocation.event()));
    context.putNull("client_context").putNull("identity").putNull("tenant_id");
    context
        .putObject("env_config")
        .put("function_name", function.name())
        .put("memory", function.memoryMegabytes())
        .put("version", function.version(function.alias()))
        .put("log_stream", "local")
        .put("log_group", "/aws/lambda/" + function.name());
    return context;
  }

  private static @Nullable String trace(JsonNode event) {
    return Jsons.text(event.path("headers"), "x-amzn-trace-id");
  }
}
