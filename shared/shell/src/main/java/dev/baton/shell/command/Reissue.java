package dev.baton.shell.command;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;

/**
 * How a command whose answer holds a secret answers the repetition of a call. Of such an answer
 * only what this keeps is stored.
 */
public interface Reissue {

  /** What may be stored of a success's data; never a secret. */
  JsonObject keep(Json data);

  /** The answer to the repetition, made from what was kept. */
  CommandResult again(JsonObject kept, Call call);
}
