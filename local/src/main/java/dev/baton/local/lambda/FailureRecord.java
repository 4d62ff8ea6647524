package dev.baton.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.baton.local.json.Jsons;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The record that Lambda sends to an on-failure destination.
 *
 * <p>Source: AWS Lambda developer guide, "Capturing records of Lambda asynchronous invocations" and
 * "Retain discarded records for a DynamoDB event source".
 */
public final class FailureRecord {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private FailureRecord() {}

  /** The record of an asynchronous event that was given up. */
  static String ofEvent(
      LocalFunction function,
      QueuedEvent event,
      InvocationResult result,
      String condition,
      Instant now) {
    ObjectNode record = Jsons.object().put("version", "1.0").put("timestamp", TIME.format(now));
    record.set("requestContext", context(function, event.requestId(), condition, event.failures()));
    record.set("requestPayload", tree(event.payload()));
    record.set("responseContext", response(function));
    record.set("responsePayload", tree(result.payload()));
    return Jsons.write(record);
  }

  /**
   * The record of a batch of stream records that was given up. It does not hold the records
   * themselves.
   *
   * @param batch the {@code DDBStreamBatchInfo}
   */
  public static String ofStreamBatch(
      LocalFunction function,
      String requestId,
      String condition,
      int invocations,
      JsonNode batch,
      Instant now) {
    ObjectNode record = Jsons.object();
    record.set("requestContext", context(function, requestId, condition, invocations));
    record.set("responseContext", response(function));
    record.put("version", "1.0").put("timestamp", TIME.format(now));
    record.set("DDBStreamBatchInfo", batch);
    return Jsons.write(record);
  }

  private static ObjectNode context(
      LocalFunction function, String requestId, String condition, int invocations) {
    return Jsons.object()
        .put("requestId", requestId)
        .put("functionArn", qualified(function))
        .put("condition", condition)
        .put("approximateInvokeCount", invocations);
  }

  /** Without a version or alias, Lambda says that it was the newest. */
  private static String qualified(LocalFunction function) {
    String bare = function.definition().arn();
    return function.arn().equals(bare) ? bare + ":" + function.version() : function.arn();
  }

  private static ObjectNode response(LocalFunction function) {
    return Jsons.object()
        .put("statusCode", 200)
        .put("executedVersion", function.version())
        .put("functionError", "Unhandled");
  }

  private static JsonNode tree(byte[] payload) {
    JsonNode tree = Jsons.parse(payload);
    return tree == null ? TextNode.valueOf(new String(payload, StandardCharsets.UTF_8)) : tree;
  }
}
