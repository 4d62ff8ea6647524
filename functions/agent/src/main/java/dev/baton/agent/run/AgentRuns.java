package dev.baton.agent.run;

import dev.baton.agent.core.conversation.Message;
import dev.baton.agent.core.conversation.Repair;
import dev.baton.agent.core.event.AgentEvent;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.run.Interruption;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunDecision;
import dev.baton.agent.core.run.RunEffect;
import dev.baton.agent.core.run.RunMachine;
import dev.baton.agent.core.run.RunPatience;
import dev.baton.agent.core.run.RunState;
import dev.baton.agent.core.run.RunTerms;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.store.AgentSave;
import dev.baton.agent.store.ClientRequest;
import dev.baton.agent.store.DynamoAgentStore;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.EventBatch;
import dev.baton.agent.store.EventBody;
import dev.baton.core.json.JsonObject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Handles commands to runs: load, decide, save on the condition that nobody wrote in between, at
 * most eight times, then perform the effects. Whatever ends a run writes its terminal event, the
 * run and the session in one transaction, so there is never a second terminal event. Thread-safe.
 */
public final class AgentRuns {
  private static final int TRIES = 8;

  private final DynamoAgentStore store;
  private final DynamoEventLog log;
  private final RunEffects effects;
  private final RunAudit audit;
  private final RunPatience patience;
  private final InstantSource clock;

  /** Runs of one table. */
  public AgentRuns(
      DynamoAgentStore store,
      DynamoEventLog log,
      RunEffects effects,
      RunAudit audit,
      RunPatience patience,
      InstantSource clock) {
    this.store = store;
    this.log = log;
    this.effects = effects;
    this.audit = audit;
    this.patience = patience;
    this.clock = clock;
  }

  /** How long runs wait for whom. */
  public RunPatience patience() {
    return patience;
  }

  /**
   * Begins a run: its timer is set first, then it is committed, then a worker is started. A lost
   * start of the worker is repaired by the timer; a timer without a run finds nothing.
   *
   * @param session the session as it was read, without a run under way
   * @param messages what is said with it
   * @param request the caller's id of the request; null when it has none
   * @return the run; null when somebody else wrote, so that nothing has begun
   */
  public @Nullable Run begin(
      AgentSession session,
      RunTerms terms,
      List<Message> messages,
      @Nullable ClientRequest request) {
    long lastMessage = session.messages() + messages.size();
    RunDecision decision = RunMachine.begin(terms, lastMessage, patience);
    Run run = decision.next();
    perform(run, decision, RunEffect.ArmTimer.class);
    AgentSession begun = session.begun(run, lastMessage);
    LoggedEvent first =
        LoggedEvent.of(decision.events().getFirst(), terms.firstSeq(), run.id(), terms.startedAt());
    EventBatch started = batches(run, session, List.of(first)).getFirst();
    if (store.begin(begun, run, messages, started, request) == AgentSave.LOST) {
      return null;
    }
    audit.begun(run);
    perform(run, decision, RunEffect.StartWorker.class);
    return run;
  }

  /** Starts a worker of a run that perhaps never got one. */
  public void startAgain(Run run) {
    if (run.state() == RunState.QUEUED) {
      effects.perform(run, new RunEffect.StartWorker());
    }
  }

  private void perform(Run run, RunDecision decision, Class<? extends RunEffect> kind) {
    decision.effects().stream()
        .filter(kind::isInstance)
        .forEach(effect -> effects.perform(run, effect));
  }

  /** Handles a command. */
  public RunHandled handle(String sessionId, String runId, RunCommand command) {
    return handle(sessionId, runId, command, List.of());
  }

  /**
   * Handles a command of a worker, whose messages are saved in the same transaction if the run
   * hears it.
   */
  public RunHandled handle(
      String sessionId, String runId, RunCommand command, List<Message> messages) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Run run = store.run(sessionId, runId);
      if (run == null) {
        return new RunHandled.Unknown();
      }
      RunDecision decision = RunMachine.decide(run, command, clock.millis(), patience);
      Run written = decision.writes(run) ? save(run, decision, messages) : run;
      if (written != null) {
        if (written != run) {
          audit.written(run, written);
        }
        decision.effects().forEach(effect -> effects.perform(written, effect));
        return new RunHandled.Decided(written, decision.outcome());
      }
    }
    return new RunHandled.Contended();
  }

  /** The run as it was written; null when somebody else wrote. */
  private @Nullable Run save(Run before, RunDecision decision, List<Message> messages) {
    AgentSession session = store.session(before.sessionId());
    if (session == null) {
      throw new IllegalStateException("Run " + before.id() + " has no session.");
    }
    Run next = decision.next();
    if (!decision.ends(before)) {
      List<LoggedEvent> events = placed(next, decision.events());
      AgentSave save = store.save(session, next, messages, batches(next, session, events));
      return save == AgentSave.SAVED ? next : null;
    }
    List<JsonObject> runLog = runLog(next);
    List<AgentEvent> last = new ArrayList<>(Interruption.of(runLog));
    last.addAll(decision.events());
    List<LoggedEvent> events = placed(next, last);
    List<Message> whole = repaired(next, messages, runLog);
    long lastSeq = events.getLast().seq();
    long lastMessage = whole.isEmpty() ? next.progress().messages() : whole.getLast().number();
    Run ended = next.endedAt(lastSeq, lastMessage);
    AgentSave save =
        store.end(session.ended(ended, lastSeq), ended, whole, batches(ended, session, events));
    return save == AgentSave.SAVED ? ended : null;
  }

  /** The messages to write, and behind them what the conversation lacks. */
  private List<Message> repaired(Run run, List<Message> messages, List<JsonObject> runLog) {
    Message last = messages.isEmpty() ? store.lastMessage(run.sessionId()) : messages.getLast();
    int longest = run.terms().limits().toolOutput();
    Message missing = last == null ? null : Repair.missing(last, run.id(), runLog, longest);
    if (missing == null) {
      return messages;
    }
    List<Message> all = new ArrayList<>(messages);
    all.add(DynamoAgentStore.fits(missing) ? missing : Repair.withoutResults(missing));
    return all;
  }

  private List<JsonObject> runLog(Run run) {
    return log.ofRun(run.sessionId(), run.id(), run.terms().firstSeq()).stream()
        .map(event -> EventBody.read(event.text()))
        .toList();
  }

  private List<LoggedEvent> placed(Run run, List<AgentEvent> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    long seq = log.last(run.sessionId());
    long now = clock.millis();
    List<LoggedEvent> placed = new ArrayList<>();
    for (AgentEvent event : events) {
      seq++;
      placed.add(LoggedEvent.of(event, seq, run.id(), now));
    }
    return placed;
  }

  private static List<EventBatch> batches(Run run, AgentSession session, List<LoggedEvent> events) {
    String nonce = UUID.randomUUID().toString();
    return EventBatch.split(
        run.sessionId(), run.id(), run.epoch(), nonce, session.sockets(), events);
  }
}
