package dev.baton.gateway.core.catalogue;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCode;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.Refused;
import dev.baton.core.result.ResultMetadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The refusals of the OpenAPI document: for each status one that a caller may really get. */
final class OpenApiRefusals {
  private static final long SOME_DAY = 1_768_471_200_000L;
  private static final List<Refused> EXAMPLES =
      List.of(
          refused(ErrorCodes.VALIDATION_ERROR, "The input does not match the command.")
              .suggesting("limit: must be 1..100."),
          refused(ErrorCodes.INVALID_TOKEN, "The API key is unknown or revoked.")
              .suggesting("Send a valid key as Authorization: Bearer <key>."),
          refused(ErrorCodes.FORBIDDEN, "The key's scopes do not cover the command.")
              .suggesting("Use a key whose scopes cover it."),
          refused(ErrorCodes.NOT_FOUND, "There is no such thing.")
              .suggesting("Check the id that was sent."),
          refused(ErrorCodes.METHOD_NOT_ALLOWED, "Commands are called with POST.")
              .suggesting("Send the same request with method POST."),
          refused(ErrorCodes.CONFLICT, "Others changed the same thing at the same time.")
              .suggesting("Send the same request again."),
          refused(ErrorCodes.CURSOR_EXPIRED, "What followed this cursor is no longer kept.")
              .suggesting("Begin at details.oldestMessageId, knowing that something is missing."),
          refused(ErrorCodes.PAYLOAD_TOO_LARGE, "The body is longer than 65536 bytes.")
              .suggesting("Send less at once."),
          refused(ErrorCodes.UNSUPPORTED_MEDIA_TYPE, "The body is not declared as JSON in UTF-8.")
              .suggesting("Send the header Content-Type: application/json."),
          refused(ErrorCodes.IDEMPOTENCY_KEY_REUSED, "The key was used for another input.")
              .suggesting("Send another Idempotency-Key for another call."),
          refused(ErrorCodes.RATE_LIMITED, "The rate of write calls is used up.")
              .suggesting("Send the same request again after 2 s.")
              .retryAfter(2),
          refused(ErrorCodes.INTERNAL_ERROR, "The command failed.")
              .suggesting("Send the same request again with the same Idempotency-Key."),
          refused(ErrorCodes.SERVICE_UNAVAILABLE, "Something this command needs does not answer.")
              .suggesting("Send the same request again in a few seconds.")
              .retryAfter(1));

  private OpenApiRefusals() {}

  private record Said(ErrorCode code, String message) {

    Refused suggesting(String suggestion) {
      return Refused.because(code, message, suggestion);
    }
  }

  private static Said refused(ErrorCode code, String message) {
    return new Said(code, message);
  }

  /** The refusals of any operation, by status. */
  static JsonObject references() {
    JsonObject.Builder responses = JsonObject.builder();
    EXAMPLES.forEach(
        each -> responses.put(Integer.toString(each.status()), reference("responses", name(each))));
    return responses.put("default", reference("responses", name(EXAMPLES.getFirst()))).build();
  }

  /** The responses that {@link #references} means. */
  static JsonObject responses() {
    Map<String, JsonObject> responses = new LinkedHashMap<>();
    EXAMPLES.forEach(each -> responses.put(name(each), response(each)));
    return JsonObject.of(responses);
  }

  /** The schema of every refusal. */
  static JsonObject schemas() {
    JsonObject refusal =
        JsonObject.builder()
            .put("type", "object")
            .put(
                "properties",
                JsonObject.builder()
                    .put(
                        "success",
                        JsonObject.builder().put("type", "boolean").put("const", false).build())
                    .put("error", EnvelopeSchema.error())
                    .put("metadata", JsonObject.builder().put("type", "object").build())
                    .build())
            .put("required", JsonArray.ofTexts(List.of("success", "error", "metadata")))
            .build();
    return JsonObject.builder().put("Refusal", refusal).build();
  }

  private static JsonObject response(Refused refused) {
    JsonObject.Builder response =
        JsonObject.builder()
            .put("description", refused.error().message() + " error.code says what it was.");
    if (refused.error().details().has(Refused.RETRY_AFTER_SECONDS)) {
      response.put("headers", JsonObject.builder().put("Retry-After", seconds()).build());
    }
    JsonObject media =
        JsonObject.builder()
            .put("schema", reference("schemas", "Refusal"))
            .put("examples", example(refused))
            .build();
    return response
        .put("content", JsonObject.builder().put("application/json", media).build())
        .build();
  }

  private static JsonObject seconds() {
    return JsonObject.builder()
        .put("description", "Seconds after which to send the same request again.")
        .put("schema", JsonObject.builder().put("type", "integer").build())
        .build();
  }

  private static JsonObject example(Refused refused) {
    Json envelope = refused.toJson(new ResultMetadata(2, "1.0.0", "t-11", SOME_DAY));
    return JsonObject.builder()
        .put(
            refused.error().code().name(),
            JsonObject.builder()
                .put("summary", refused.error().message())
                .put("value", envelope)
                .build())
        .build();
  }

  /** A component's name of the error code's words, such as {@code RateLimited}. */
  private static String name(Refused refused) {
    StringBuilder name = new StringBuilder();
    for (String word : refused.error().code().name().split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
  }

  private static JsonObject reference(String kind, String name) {
    return JsonObject.builder().put("$ref", "#/components/" + kind + "/" + name).build();
  }
}
