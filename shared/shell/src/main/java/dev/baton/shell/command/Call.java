package dev.baton.shell.command;

import dev.baton.core.access.Caller;
import dev.baton.shell.lambda.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * The circumstances of one call of a command.
 *
 * @param caller who calls, known and allowed
 * @param traceId the id that joins answer, log lines and the calls made on its behalf
 * @param request the request that carried it
 */
public record Call(Caller caller, String traceId, HttpRequest request) {

  /** The caller's own name of this call, which every repetition of it has; null for none. */
  public @Nullable String repeatKey() {
    return request.header("idempotency-key");
  }

  /** The owner of everything this call makes and may see. */
  public String owner() {
    return caller.owner();
  }
}
