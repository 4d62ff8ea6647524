package dev.baton.agent.work;

import dev.baton.agent.core.conversation.Repair;
import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.event.RunError;
import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.event.RunGrammar;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunCommand;
import dev.baton.agent.core.run.RunEnding;
import dev.baton.agent.core.run.RunOutcome;
import dev.baton.agent.core.session.AgentSession;
import dev.baton.agent.core.tool.Tool;
import dev.baton.agent.core.turn.Coalescer;
import dev.baton.agent.run.AgentRuns;
import dev.baton.agent.run.RunHandled;
import dev.baton.agent.store.EventBody;
import dev.baton.agent.work.log.RunLog;
import dev.baton.agent.work.log.RunPlace;
import dev.baton.agent.work.signal.RunStopped;
import dev.baton.agent.work.signal.Stop;
import dev.baton.agent.work.signal.StopSign;
import dev.baton.agent.work.tool.ToolApi;
import dev.baton.agent.work.tool.ToolGrants;
import dev.baton.agent.work.turn.HeldRun;
import dev.baton.agent.work.turn.RunLoop;
import dev.baton.agent.work.turn.Workbench;
import dev.baton.agent.work.watch.LeaseKeeper;
import dev.baton.agent.work.watch.RunCompany;
import dev.baton.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Takes a run and goes on with it until it ends, waits or is handed over. Whoever comes when the
 * run is not to be taken leaves without a trace. A worker whose thread is interrupted ends its run
 * as lost, so that nobody waits for its lease. Thread-safe. Source: streaming specification,
 * sections 1.2, 7 and 11.
 */
public final class Worker {
  private static final long GRANT_OUTLIVES_MS = 30_000;

  private final WorkerParts parts;

  /** A worker of these parts. */
  public Worker(WorkerParts parts) {
    this.parts = parts;
  }

  /** Works on a run. */
  public void work(WorkErrand errand) {
    AgentRuns runs = parts.runs().apply(errand.function());
    RunHandled handled =
        runs.handle(errand.sessionId(), errand.runId(), new RunCommand.Take(errand.worker()));
    if (handled instanceof RunHandled.Decided(Run run, RunOutcome outcome)
        && outcome instanceof RunOutcome.Applied
        && run.lease() != null) {
      hold(runs, run, errand.remaining());
    }
  }

  /** A call of the model that an invocation cannot hold would be cut off in its middle. */
  private void checkTimes(LongSupplier remaining) {
    long left = remaining.getAsLong();
    if (left < parts.times().ofCall().toMillis()) {
      throw new IllegalStateException(
          "An invocation of "
              + left
              + " ms has no room for AGENT_CALL_LIMIT and AGENT_RESERVE, which are "
              + parts.times().call()
              + " and "
              + parts.times().reserve()
              + "; shorten them, or give the function a longer timeout.");
    }
  }

  private void hold(AgentRuns runs, Run run, LongSupplier remaining) {
    AgentSession session = parts.store().session(run.sessionId());
    if (session == null) {
      throw new IllegalStateException("Run " + run.id() + " has no session.");
    }
    parts.surroundings().log().info("agent_run_taken", fields(run));
    HeldRun held = new HeldRun(runs, run, parts.store().messages(run.sessionId()));
    StopSign sign = new StopSign();
    try (LeaseKeeper keeper =
        new LeaseKeeper(
            runs,
            parts.store(),
            run,
            sign,
            new RunCompany(parts.sessions(), parts.viewers(), run, sign),
            session.sockets(),
            parts.watchTimes(),
            parts.surroundings())) {
      keeper.start();
      List<LoggedEvent> events =
          parts.log().ofRun(run.sessionId(), run.id(), run.terms().firstSeq());
      RunLog log = log(run, events, keeper);
      try {
        checkTimes(remaining);
        goOn(new Holding(runs, run, session, held, sign, log, events, remaining));
      } catch (RunStopped stopped) {
        end(run, held, log, stopped.stop());
      } catch (RuntimeException fault) {
        if (Thread.interrupted()) {
          end(run, held, log, failed(RunErrorCode.WORKER_LOST));
          return;
        }
        parts.surroundings().log().error("agent_run_failed", fields(run), fault);
        end(run, held, log, failed(RunErrorCode.INTERNAL_ERROR));
      }
    }
  }

  private record Holding(
      AgentRuns runs,
      Run run,
      AgentSession session,
      HeldRun held,
      StopSign sign,
      RunLog log,
      List<LoggedEvent> events,
      LongSupplier remaining) {}

  private void goOn(Holding holding) {
    List<String> names = holding.session().settings().tools();
    if (names.isEmpty()) {
      loop(holding, "", Map.of());
      return;
    }
    long forMs = holding.remaining().getAsLong() + GRANT_OUTLIVES_MS;
    try (ToolGrants.Grant grant = parts.grants().open(holding.run(), names, forMs)) {
      loop(holding, grant.token(), tools(holding, grant.token()));
    }
  }

  private void loop(Holding holding, String token, Map<String, Tool> tools) {
    Workbench bench =
        new Workbench(
            holding.session().settings(),
            parts.models().profile(holding.run().terms().model()),
            parts.model().get(),
            tools,
            api(holding, token),
            holding.log(),
            holding.sign(),
            parts.times(),
            holding.remaining(),
            parts.chance(),
            parts.surroundings());
    List<JsonObject> known = holding.events().stream().map(Worker::body).toList();
    new RunLoop(bench, holding.held(), holding.runs().patience().approval(), Repair.outcomes(known))
        .run();
  }

  private ToolApi api(Holding holding, String token) {
    return new ToolApi(
        parts.http(), holding.session().settings().api(), token, parts.toolPatience());
  }

  private Map<String, Tool> tools(Holding holding, String token) {
    try {
      return api(holding, token).tools(holding.session().settings().tools());
    } catch (IOException unreachable) {
      parts
          .surroundings()
          .log()
          .error("agent_catalogue_failed", fields(holding.run()), unreachable);
      throw RunStopped.by(RunErrorCode.INTERNAL_ERROR);
    } catch (InterruptedException interrupted) {
      throw RunStopped.interrupted();
    }
  }

  private RunLog log(Run run, List<LoggedEvent> events, LeaseKeeper keeper) {
    RunGrammar grammar = RunGrammar.start();
    for (LoggedEvent event : events) {
      if (grammar.accept(event.type(), body(event)) instanceof RunGrammar.Accepted(var next)) {
        grammar = next;
      }
    }
    return new RunLog(
        parts.log(),
        new RunPlace(run.sessionId(), run.id(), run.epoch()),
        grammar,
        events.isEmpty() ? parts.log().last(run.sessionId()) : events.getLast().seq(),
        keeper::sockets,
        new Coalescer(parts.gathering().toMillis(), parts.gatheredBytes()),
        parts.surroundings());
  }

  /** Ends the run as far as it is still ours. */
  private void end(Run run, HeldRun held, RunLog log, Stop stop) {
    switch (stop) {
      case Stop.Fenced fenced -> parts.surroundings().log().warn("agent_run_given_up", fields(run));
      case Stop.End(RunEnding ending) -> {
        if (isFlushed(log)) {
          held.end(ending);
        } else {
          parts.surroundings().log().warn("agent_run_given_up", fields(run));
        }
      }
    }
  }

  /** What is gathered is shown before the end; if it cannot be, the end is all the same. */
  private static boolean isFlushed(RunLog log) {
    try {
      log.flush();
      return true;
    } catch (RunStopped stopped) {
      return !(stopped.stop() instanceof Stop.Fenced);
    }
  }

  private static Stop failed(RunErrorCode code) {
    return new Stop.End(new RunEnding.Failed(RunError.of(code)));
  }

  private static JsonObject body(LoggedEvent event) {
    return EventBody.read(event.text());
  }

  private static Map<String, Object> fields(Run run) {
    return Map.of("session_id", run.sessionId(), "run_id", run.id(), "epoch", run.epoch());
  }
}
