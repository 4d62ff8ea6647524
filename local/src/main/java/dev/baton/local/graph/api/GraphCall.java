package dev.baton.local.graph.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.thread.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * An authorised call about one conversation.
 *
 * @param appId the calling app
 * @param oneTimeToken the token by which the recipient was named, if it was
 * @param body the JSON body, an empty object if there is none
 */
record GraphCall(
    String appId, Conversation conversation, @Nullable String oneTimeToken, ObjectNode body) {

  /** The metadata of a control call. */
  @Nullable String metadata() {
    return body.hasNonNull("metadata") ? body.path("metadata").asText() : null;
  }
}
