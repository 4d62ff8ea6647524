package dev.baton.local.model.reply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.json.Jsons;

/**
 * Tokens of one call of the model.
 *
 * @param input that were read anew
 * @param cacheCreation that were read and kept
 * @param cacheRead that were read from what was kept
 * @param output that were written
 */
public record Usage(int input, int cacheCreation, int cacheRead, int output) {

  /** The same after so many tokens were written. */
  Usage withOutput(int other) {
    return new Usage(input, cacheCreation, cacheRead, other);
  }

  ObjectNode toJson() {
    return Jsons.object()
        .put("input_tokens", input)
        .put("cache_creation_input_tokens", cacheCreation)
        .put("cache_read_input_tokens", cacheRead)
        .put("output_tokens", output);
  }
}
