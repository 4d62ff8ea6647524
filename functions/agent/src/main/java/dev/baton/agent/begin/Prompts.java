package dev.baton.agent.begin;

import dev.baton.agent.core.conversation.Message;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunTerms;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.run.RunWatch;
import dev.baton.agent.store.ClientRequest;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.core.session.Session;
import dev.baton.shell.session.Tokens;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Begins runs. One is under way in a session; whoever comes second is told so and nothing is
 * queued. A request with an id begins one run however often it comes. Thread-safe.
 */
public final class Prompts {
  private static final int TRIES = 8;

  private final DynamoAgentStore store;
  private final AgentRuns runs;
  private final RunWatch watch;
  private final Tokens tokens;
  private final int mostRuns;
  private final InstantSource clock;

  /**
   * Prompts.
   *
   * @param runs runs whose timers can be set
   * @param mostRuns how many runs an owner may have under way; 0 for any number
   */
  public Prompts(
      DynamoAgentStore store, AgentRuns runs, Tokens tokens, int mostRuns, InstantSource clock) {
    this.store = store;
    this.runs = runs;
    this.watch = new RunWatch(runs);
    this.tokens = tokens;
    this.mostRuns = mostRuns;
    this.clock = clock;
  }

  /** Begins a run of a session that lives. */
  public Prompted begin(Session session, Prompt prompt) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Prompted prompted = attempt(session, prompt);
      if (prompted != null) {
        return prompted;
      }
    }
    return new Prompted.Contended();
  }

  /** Null when somebody wrote in between. */
  private @Nullable Prompted attempt(Session session, Prompt prompt) {
    // The session first: whatever began before it was read is seen by what follows.
    AgentSession conversation = store.session(session.id());
    if (conversation == null) {
      throw new IllegalStateException("Session " + session.id() + " has no conversation.");
    }
    Prompted before = earlier(session.id(), prompt);
    if (before != null) {
      return before;
    }
    Run inflight = inflight(conversation);
    if (inflight != null) {
      Run seen = watch.look(session, inflight);
      return seen.state().isTerminal() ? null : new Prompted.Busy(seen);
    }
    if (prompt.message() == null && conversation.messages() == 0) {
      return new Prompted.Nothing();
    }
    if (mostRuns > 0 && store.inflightOf(conversation.owner()) >= mostRuns) {
      return new Prompted.OverQuota(mostRuns);
    }
    Run run = commit(conversation, prompt);
    return run == null ? null : new Prompted.Begun(run, false);
  }

  private @Nullable Prompted earlier(String sessionId, Prompt prompt) {
    String id = prompt.requestId();
    ClientRequest request = id == null ? null : store.request(sessionId, id);
    if (request == null) {
      return null;
    }
    Run run = store.run(sessionId, request.runId());
    if (run == null || !request.inputHash().equals(prompt.inputHash())) {
      return new Prompted.Reused();
    }
    runs.startAgain(run);
    return new Prompted.Begun(run, true);
  }

  private @Nullable Run inflight(AgentSession conversation) {
    String runId = conversation.inflightRun();
    return runId == null ? null : store.run(conversation.sessionId(), runId);
  }

  private @Nullable Run commit(AgentSession conversation, Prompt prompt) {
    String runId = tokens.id("run_");
    RunTerms terms =
        new RunTerms(
            conversation.sessionId(),
            runId,
            conversation.owner(),
            conversation.settings().model(),
            prompt.limits(),
            prompt.endsAlone(),
            conversation.nextSeq(),
            clock.millis());
    String said = prompt.message();
    List<Message> messages =
        said == null ? List.of() : List.of(Message.said(conversation.messages() + 1, said, runId));
    String id = prompt.requestId();
    return runs.begin(
        conversation,
        terms,
        messages,
        id == null ? null : new ClientRequest(id, prompt.inputHash(), runId));
  }
}
