package dev.baton.local.graph.participant;

import dev.baton.local.graph.thread.SentMessage;
import org.jspecify.annotations.Nullable;

/**
 * What to answer to which message; null conditions hold always.
 *
 * @param ref the message's metadata has this {@code ref}
 * @param containing the message's text contains this
 */
public record ScriptedReply(@Nullable String ref, @Nullable String containing, Reply reply) {

  /** An answer. */
  public sealed interface Reply {

    record Text(String text) implements Reply {}

    /** The button of this title. */
    record Tap(String title) implements Reply {}

    /** The button of this place, counted from 0; places beyond the last begin anew. */
    record TapPlace(int place) implements Reply {}

    record Silence() implements Reply {}
  }

  boolean matches(SentMessage message) {
    return (ref == null || ref.equals(message.metadata().path("ref").asText()))
        && (containing == null || message.text().contains(containing));
  }
}
