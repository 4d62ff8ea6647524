package dev.baton.shell.command;

import dev.baton.core.access.Caller;
import dev.baton.shell.lambda.HttpRequest;

/**
 * The circumstances of one call of a command.
 *
 * @param caller who calls, known and allowed
 * @param traceId the id that joins answer, log lines and the calls made on its behalf
 * @param request the request that carried it
 */
public record Call(Caller caller, String traceId, HttpRequest request) {

  /** The owner of everything this call makes and may see. */
  public String owner() {
    return caller.owner();
  }
}
