package dev.baton.shell.command;

import dev.baton.core.result.Answer;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Relayed;

/**
 * What came of a call.
 *
 * @param answer the answer
 * @param replayed whether it is the answer of an earlier call
 */
record Executed(Answer answer, boolean replayed) {

  static Executed anew(CommandResult result) {
    return new Executed(Answer.of(result), result instanceof Relayed relayed && relayed.isReplay());
  }

  static Executed replayed(Answer answer) {
    return new Executed(answer, true);
  }
}
