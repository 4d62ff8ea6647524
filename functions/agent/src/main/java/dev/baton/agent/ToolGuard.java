package dev.baton.agent;

import dev.baton.agent.schema.AgentErrors;
import dev.baton.core.result.CommandResult;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;

/**
 * Refuses calls that tools of runs make: an agent that starts agents has no end.
 *
 * @param command what others may call
 */
record ToolGuard<I>(Command<I> command) implements Command<I> {
  private static final String DEPTH = "x-baton-depth";

  @Override
  public CommandResult execute(I input, Call call) {
    return call.request().header(DEPTH) == null
        ? command.execute(input, call)
        : AgentErrors.notByTools();
  }
}
