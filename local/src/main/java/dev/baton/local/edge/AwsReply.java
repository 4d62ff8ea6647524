package dev.baton.local.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import java.util.Map;

/**
 * What an AWS service answers.
 *
 * @param status HTTP status
 * @param headers headers as they go out
 * @param body the body
 */
public record AwsReply(int status, Map<String, String> headers, byte[] body) {

  /** Status 200 with a JSON body. */
  public static AwsReply json(JsonNode body) {
    return new AwsReply(200, Map.of(), Jsons.bytes(body));
  }

  /** The wire form of a refusal, readable for both JSON protocols of AWS. */
  static AwsReply of(AwsFault fault) {
    JsonNode body = Jsons.object().put("__type", fault.code()).put("message", fault.getMessage());
    return new AwsReply(
        fault.status(), Map.of("x-amzn-ErrorType", fault.code()), Jsons.bytes(body));
  }
}
