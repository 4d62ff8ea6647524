package dev.baton.shell.command;

import dev.baton.core.result.CommandResult;

/**
 * What a command does once its input is known to be right: load, check ownership, decide, save,
 * answer.
 *
 * @param <I> its typed input
 */
@FunctionalInterface
public interface Command<I> {

  /**
   * Carries the command out for a caller whose scopes cover it. A foreign object is answered like a
   * missing one.
   */
  CommandResult execute(I input, Call call);
}
