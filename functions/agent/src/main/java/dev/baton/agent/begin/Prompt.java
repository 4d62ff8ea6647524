package dev.baton.agent.begin;

import dev.baton.agent.core.run.RunLimits;
import org.jspecify.annotations.Nullable;

/**
 * What a run is to begin with.
 *
 * @param message what is said; null to go on without a word
 * @param requestId the caller's id of the request; null when a repetition is a second run
 * @param inputHash the hash of everything that was asked for
 * @param limits what the run may use up
 * @param endsAlone whether it is called off when its last viewer has gone
 */
public record Prompt(
    @Nullable String message,
    @Nullable String requestId,
    String inputHash,
    RunLimits limits,
    boolean endsAlone) {

  /**
   * Whether a text is nothing but white space. Models refuse a conversation with such a message,
   * also in every later request.
   */
  public static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(each -> Character.isWhitespace(each) || Character.isSpaceChar(each));
  }
}
