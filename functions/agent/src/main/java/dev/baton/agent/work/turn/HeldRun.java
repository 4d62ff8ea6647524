package dev.baton.agent.work.turn;

import dev.baton.agent.core.conversation.Message;
import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.event.Usage;
import dev.baton.agent.core.model.ModelProfile;
import dev.baton.agent.core.run.Approval;
import dev.baton.agent.core.run.Progress;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunEnding;
import dev.baton.agent.core.run.RunOutcome;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.run.RunHandled;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.work.signal.RunStopped;
import dev.baton.agent.work.signal.Stop;
import dev.baton.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The run that this worker holds: its messages and how far it has come, as they are kept or are
 * about to be. For one thread.
 */
public final class HeldRun {
  private final AgentRuns runs;
  private final Run run;
  private final List<Message> messages;
  private Progress progress;

  /**
   * A run that was taken.
   *
   * @param run the run as the taking left it
   * @param messages all messages of the session, in order
   */
  public HeldRun(AgentRuns runs, Run run, List<Message> messages) {
    this.runs = runs;
    this.run = run;
    this.messages = new ArrayList<>(messages);
    this.progress = run.progress();
  }

  /** The run as the taking left it. */
  Run run() {
    return run;
  }

  List<Message> messages() {
    return List.copyOf(messages);
  }

  Message lastMessage() {
    return messages.getLast();
  }

  Progress progress() {
    return progress;
  }

  /** Counts what a call of the model cost, whatever became of it. */
  void spend(Usage usage, ModelProfile profile) {
    progress = progress.spent(usage, profile.costNanos(usage));
  }

  void withdrew(int withdrawals) {
    progress = progress.withWithdrawals(withdrawals);
  }

  void trimmed(long lastMessage) {
    progress = progress.withTrimmed(lastMessage);
  }

  /**
   * Saves the message of a turn, or that it had none.
   *
   * @param openMessageId the id of the message when results are still missing
   */
  void saveTurn(
      int turn, Usage usage, @Nullable String openMessageId, @Nullable JsonArray content) {
    List<Message> saved = content == null ? List.of() : List.of(next(Message.ASSISTANT, content));
    progress = progress.withTurn(turn, openMessageId, usage, progress.messages() + saved.size());
    checkpoint(saved);
  }

  /** The message with the results of a turn, not saved yet. */
  Message results(JsonArray blocks) {
    Message message = next(Message.USER, blocks);
    if (!DynamoAgentStore.fits(message)) {
      throw RunStopped.by(RunErrorCode.RESULT_TOO_LARGE);
    }
    return message;
  }

  /** Saves what is said by the user's side; nothing is open after it. */
  void saveSaid(Message message) {
    progress = progress.withTurn(progress.turn(), null, progress.turnUsage(), message.number());
    checkpoint(List.of(message));
  }

  Message said(String text) {
    return Message.said(progress.messages() + 1, text, run.id());
  }

  private Message next(String role, JsonArray content) {
    return new Message(progress.messages() + 1, role, content, run.id());
  }

  private void checkpoint(List<Message> saved) {
    send(new RunCommand.Checkpoint(run.epoch(), progress), saved);
    messages.addAll(saved);
  }

  /** Leaves the rest to a successor. */
  void handOver() {
    send(new RunCommand.HandOver(run.epoch(), progress), List.of());
  }

  /** Leaves the rest to whoever comes when a person has answered. */
  void await(List<Approval> approvals) {
    send(new RunCommand.Await(run.epoch(), progress, approvals), List.of());
  }

  /** Ends the run; nothing when somebody else has it, or has ended it. */
  public void end(RunEnding ending) {
    runs.handle(run.sessionId(), run.id(), new RunCommand.Finish(run.epoch(), progress, ending));
  }

  private void send(RunCommand command, List<Message> saved) {
    RunHandled handled = runs.handle(run.sessionId(), run.id(), command, saved);
    boolean heard =
        handled instanceof RunHandled.Decided(Run now, RunOutcome outcome)
            && outcome instanceof RunOutcome.Applied;
    if (!heard) {
      throw new RunStopped(new Stop.Fenced());
    }
  }
}
