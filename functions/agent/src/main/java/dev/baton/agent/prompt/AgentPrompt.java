package dev.baton.agent.prompt;

import dev.baton.agent.begin.Prompt;
import dev.baton.agent.begin.Prompted;
import dev.baton.agent.begin.Prompts;
import dev.baton.agent.begin.RequestIds;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.core.socket.Reply;
import dev.baton.agent.schema.AgentErrors;
import dev.baton.agent.socket.Subscribing;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.Refused;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.live.ActionCall;
import dev.baton.shell.live.SocketAction.Answer;
import dev.baton.shell.session.Hashes;
import java.util.List;

/** Begins a run for a socket, which sees its events from then on. */
final class AgentPrompt {
  private final DynamoAgentStore store;
  private final Prompts prompts;
  private final Subscribing subscribing;

  AgentPrompt(DynamoAgentStore store, Prompts prompts, Subscribing subscribing) {
    this.store = store;
    this.prompts = prompts;
    this.subscribing = subscribing;
  }

  Answer act(Arguments arguments, ActionCall call) {
    AgentSession conversation = store.session(call.session().id());
    if (conversation == null) {
      throw new IllegalStateException("Session " + call.session().id() + " has no conversation.");
    }
    String message = arguments.requiredText("message");
    if (Prompt.isBlank(message)) {
      return refused(AgentErrors.blankMessage());
    }
    String requestId = arguments.text("request_id");
    Prompt prompt =
        new Prompt(
            message,
            requestId == null ? null : RequestIds.ofClient(requestId),
            Hashes.sha256(message),
            conversation.settings().limits(),
            false);
    return switch (prompts.begin(call.session(), prompt)) {
      case Prompted.Begun(Run run, boolean replayed) -> begun(run, arguments, call);
      case Prompted.Busy(Run run) -> refused(AgentErrors.busy(run));
      case Prompted.Reused reused -> refused(AgentErrors.reused());
      case Prompted.OverQuota(int most) -> refused(AgentErrors.tooManyRuns(most));
      case Prompted.Nothing never -> throw new IllegalStateException("A prompt says something.");
      case Prompted.Contended contended -> refused(AgentErrors.contended());
    };
  }

  private Answer begun(Run run, Arguments arguments, ActionCall call) {
    JsonObject data =
        JsonObject.builder()
            .put("run_id", run.id())
            .put("first_seq", run.terms().firstSeq())
            .put("state", run.state().wireName())
            .build();
    String connection = call.connection().id();
    if (!subscribing.has(run.sessionId(), connection)) {
      subscribing.follow(run.sessionId(), connection, run.terms().firstSeq() - 1);
    }
    return new Answer.Done(List.of(Reply.done(arguments.text("request_id"), data)));
  }

  private static Answer refused(Refused refusal) {
    return new Answer.Refused(refusal.error());
  }
}
