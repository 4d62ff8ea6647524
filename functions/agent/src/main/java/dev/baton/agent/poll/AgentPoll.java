package dev.baton.agent.poll;

import dev.baton.agent.core.event.LoggedEvent;
import dev.baton.agent.core.run.Run;
import dev.baton.agent.run.FoundRun;
import dev.baton.agent.run.RunFinder;
import dev.baton.agent.schema.AgentErrors;
import dev.baton.agent.store.DynamoEventLog;
import dev.baton.agent.store.EventBody;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonFields;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.AgentHints;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.core.time.UtcText;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.InvalidInput;
import dev.baton.shell.time.Pause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads events of a log, and waits for the first if it is asked to. */
final class AgentPoll implements Command<AgentPollInput> {
  private static final Duration STEP = Duration.ofMillis(200);

  /** After so many steps the run is looked at again. */
  private static final int STEPS = 5;

  private static final long POLL_INTERVAL = 1_000;

  private final RunFinder finder;
  private final DynamoEventLog log;
  private final Duration retention;
  private final Pause pause;
  private final InstantSource clock;

  AgentPoll(
      RunFinder finder, DynamoEventLog log, Duration retention, Pause pause, InstantSource clock) {
    this.finder = finder;
    this.log = log;
    this.retention = retention;
    this.pause = pause;
    this.clock = clock;
  }

  @Override
  public CommandResult execute(AgentPollInput input, Call call) {
    long until = clock.millis() + input.waitMs();
    while (true) {
      FoundRun found = finder.find(input.sessionId(), call.owner(), input.runId());
      if (found == null) {
        return AgentErrors.noSession();
      }
      if (found.run() == null && input.runId() != null) {
        return AgentErrors.noRun();
      }
      CommandResult result = poll(input, found, until);
      if (result != null) {
        return result;
      }
    }
  }

  /** Null when nothing came for a while, so that the run should be looked at again. */
  private @Nullable CommandResult poll(AgentPollInput input, FoundRun found, long until) {
    for (int step = 0; step < STEPS; step++) {
      long end = Math.max(log.last(input.sessionId()), found.conversation().nextSeq() - 1);
      if (input.after() > end) {
        return InvalidInput.because(
            AgentPollDefinition.DEFINITION, "after", "is beyond the last event", "out_of_range");
      }
      Run only = input.runId() == null ? null : found.run();
      EventPage page =
          EventPage.read(log, input.sessionId(), only, input.after(), input.limit(), end);
      if (page.hasGap() || isOld(page)) {
        return AgentErrors.logExpired();
      }
      if (!page.events().isEmpty() || isOver(found) || clock.millis() >= until) {
        return answer(page, found.run());
      }
      pause.forDuration(STEP);
    }
    return null;
  }

  /** Whether nothing can come before somebody speaks. */
  private static boolean isOver(FoundRun found) {
    Run run = found.run();
    return run == null ? !found.session().state().isLive() : run.state().isTerminal();
  }

  /** The store deletes late, so what counts is the age. */
  private boolean isOld(EventPage page) {
    if (page.events().isEmpty()) {
      return false;
    }
    JsonObject first = EventBody.read(page.events().getFirst().text());
    Long at = UtcText.read(JsonFields.text(first, "ts"));
    return at != null && clock.millis() - at >= retention.toMillis();
  }

  private static CommandResult answer(EventPage page, @Nullable Run run, List<Json> events) {
    boolean terminal = run != null && run.state().isTerminal() && !page.hasMore();
    JsonObject data =
        JsonObject.builder()
            .put("events", new JsonArray(events))
            .put("lastSeq", page.lastSeq())
            .put("hasMore", page.hasMore())
            .putIfPresent("state", run == null ? null : run.state().wireName())
            .put("terminal", terminal)
            .build();
    Succeeded success = Succeeded.with(data, reasoning(events.size(), terminal));
    return terminal
        ? success
        : success.hinting(
            new AgentHints.Polling("Poll again with after=" + page.lastSeq(), POLL_INTERVAL));
  }

  private static CommandResult answer(EventPage page, @Nullable Run run) {
    return answer(page, run, page.events().stream().map(AgentPoll::body).toList());
  }

  private static Json body(LoggedEvent event) {
    return EventBody.read(event.text());
  }

  private static String reasoning(int events, boolean terminal) {
    String count =
        switch (events) {
          case 0 -> "No new events";
          case 1 -> "One event";
          default -> events + " events";
        };
    return count + (terminal ? "; the run is over." : ".");
  }
}
