package dev.baton.agent.run;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunEffect;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.aws.EventBridgeSchedules;
import dev.baton.shell.aws.LambdaInvoker;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Starts workers by asynchronous invocations, and keeps one schedule per run, named by its id. A
 * schedule is never cancelled: at a run that has ended it finds nothing to do.
 */
public final class AwsRunEffects implements RunEffects {
  private final LambdaInvoker worker;
  private final @Nullable EventBridgeSchedules schedules;

  /**
   * Effects by these.
   *
   * @param schedules null for a function that only sends commands after which no timer is set
   */
  public AwsRunEffects(LambdaInvoker worker, @Nullable EventBridgeSchedules schedules) {
    this.worker = worker;
    this.schedules = schedules;
  }

  @Override
  public void perform(Run run, RunEffect effect) {
    switch (effect) {
      case RunEffect.StartWorker start -> worker.start(event(run));
      case RunEffect.ArmTimer(long at) ->
          schedules().move(run.id(), Instant.ofEpochMilli(at), event(run).write());
    }
  }

  private EventBridgeSchedules schedules() {
    if (schedules == null) {
      throw new IllegalStateException("This function sets no timers.");
    }
    return schedules;
  }

  private static JsonObject event(Run run) {
    return JsonObject.builder().put("session_id", run.sessionId()).put("run_id", run.id()).build();
  }
}
