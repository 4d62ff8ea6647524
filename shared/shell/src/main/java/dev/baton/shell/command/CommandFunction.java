package dev.baton.shell.command;

import dev.baton.core.command.CommandDefinition;
import dev.baton.shell.lambda.HttpFunction;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;

/**
 * The function of one command: the base of command handlers, which only say which edge is theirs.
 */
public abstract class CommandFunction extends HttpFunction {
  private final CommandEdge<?> edge;

  /** A function that answers through this edge. */
  protected CommandFunction(CommandEdge<?> edge) {
    this.edge = edge;
  }

  /** The command as data. */
  public final CommandDefinition definition() {
    return edge.definition();
  }

  @Override
  protected HttpResponse respond(HttpRequest request) {
    return edge.respond(request);
  }
}
