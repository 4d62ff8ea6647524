package dev.baton.agent.work.model;

import dev.baton.agent.core.model.ModelFault;
import dev.baton.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What comes from a call of a model. */
public sealed interface ModelNews {

  /** An event of its stream. */
  record Event(JsonObject json) implements ModelNews {}

  /**
   * Nothing more comes.
   *
   * @param fault why; null when the stream simply ended
   */
  record Over(@Nullable ModelFault fault) implements ModelNews {}
}
