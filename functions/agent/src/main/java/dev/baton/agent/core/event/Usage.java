package dev.baton.agent.core.event;

import static dev.baton.core.json.JsonFields.number;

import dev.baton.core.json.JsonObject;

/**
 * What the model was paid for, in tokens. Source: streaming specification, section 3.1.
 *
 * @param input tokens of the request that were neither written to nor read from a cache
 * @param output tokens of the answer
 * @param cacheWrite tokens of the request that were written to the cache
 * @param cacheRead tokens of the request that were read from the cache
 */
public record Usage(long input, long output, long cacheWrite, long cacheRead) {

  /** Nothing. */
  public static final Usage NONE = new Usage(0, 0, 0, 0);

  /** Both together. */
  public Usage plus(Usage more) {
    return new Usage(
        input + more.input,
        output + more.output,
        cacheWrite + more.cacheWrite,
        cacheRead + more.cacheRead);
  }

  /** All tokens that the model read. */
  public long allInput() {
    return input + cacheWrite + cacheRead;
  }

  /** The usage as events and answers say it. */
  public JsonObject toJson() {
    return JsonObject.builder()
        .put("input_tokens", input)
        .put("output_tokens", output)
        .put("cache_creation_input_tokens", cacheWrite)
        .put("cache_read_input_tokens", cacheRead)
        .build();
  }

  /** The usage that {@link #toJson} wrote. */
  public static Usage fromJson(JsonObject json) {
    return new Usage(
        number(json, "input_tokens"),
        number(json, "output_tokens"),
        number(json, "cache_creation_input_tokens"),
        number(json, "cache_read_input_tokens"));
  }
}
