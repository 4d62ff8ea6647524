package dev.baton.agent.run;

import dev.baton.agent.core.run.Run;
import dev.baton.agent.core.run.RunEffect;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.aws.EventBridgeSchedules;
import dev.baton.shell.aws.LambdaInvoker;
import java.time.Instant;

/** Starts workers by asynchronous invocations, and keeps one schedule per run, named by its id. */
public final class AwsRunEffects implements RunEffects {
  private final EventBridgeSchedules schedules;
  private final LambdaInvoker worker;

  /** Effects by these. */
  public AwsRunEffects(EventBridgeSchedules schedules, LambdaInvoker worker) {
    this.schedules = schedules;
    this.worker = worker;
  }

  @Override
  public void perform(Run run, RunEffect effect) {
    switch (effect) {
      case RunEffect.StartWorker start -> worker.start(event(run));
      case RunEffect.ArmTimer(long at) ->
          schedules.move(run.id(), Instant.ofEpochMilli(at), event(run).write());
      case RunEffect.CancelTimer cancel -> schedules.cancel(run.id());
    }
  }

  private static JsonObject event(Run run) {
    return JsonObject.builder().put("session_id", run.sessionId()).put("run_id", run.id()).build();
  }
}
