package dev.baton.afd.pipe;

import dev.baton.afd.command.AfdParts;
import dev.baton.afd.command.PassedKey;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.gateway.call.CommandCall;
import dev.baton.gateway.call.Errand;
import dev.baton.gateway.core.call.Envelope;
import dev.baton.gateway.core.catalogue.CommandGate;
import dev.baton.gateway.core.pipeline.PipelinePlan;
import dev.baton.gateway.core.pipeline.PipelineReport;
import dev.baton.gateway.core.pipeline.PipelineRun;
import dev.baton.gateway.core.pipeline.PipelineStep;
import dev.baton.gateway.core.pipeline.StepOutcome;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import org.jspecify.annotations.Nullable;

/** Executes commands after one another, each with what those before it said. */
final class AfdPipe implements Command<JsonObject> {
  private final AfdParts parts;

  AfdPipe(AfdParts parts) {
    this.parts = parts;
  }

  @Override
  public CommandResult execute(JsonObject input, Call call) {
    return switch (PipelinePlan.of(input, parts.wiring().mostInABatch())) {
      case PipelinePlan.Rejected rejected -> rejected.refusal();
      case PipelinePlan.Accepted accepted -> run(accepted, call);
    };
  }

  private CommandResult run(PipelinePlan.Accepted plan, Call call) {
    long begun = now();
    Errand errand = parts.errand(call, deadline(plan.timeoutMs(), begun));
    CommandGate gate = parts.gate(call);
    PipelineRun run = PipelineRun.of(plan);
    PipelineRun.Next next = run.next(false);
    while (!(next instanceof PipelineRun.Done)) {
      run =
          switch (next) {
            case PipelineRun.Skip(PipelineRun successor) -> successor;
            case PipelineRun.Call due -> run.after(outcome(due, gate, errand, call));
            case PipelineRun.Done done -> run;
          };
      next = run.next(now() >= errand.deadline());
    }
    PipelineReport report = new PipelineReport(run, Math.max(0, now() - begun));
    return Succeeded.with(report.data(), report.reasoning()).sure(report.confidence());
  }

  private StepOutcome outcome(PipelineRun.Call due, CommandGate gate, Errand errand, Call call) {
    long begun = now();
    PipelineStep step = due.step();
    Envelope result =
        parts
            .gateway()
            .call(
                gate,
                errand,
                new CommandCall(
                    step.command(),
                    due.input(),
                    CommandCall.numbered(call.traceId(), step.index()),
                    PassedKey.numbered(call.request(), step.idempotencyKey(), step.index())))
            .result();
    return StepOutcome.of(result, Math.max(0, now() - begun));
  }

  private long deadline(@Nullable Long asked, long begun) {
    long deadline = parts.gateway().caller().deadline(begun);
    return asked == null ? deadline : Math.min(deadline, begun + asked);
  }

  private long now() {
    return parts.wiring().clock().millis();
  }
}
