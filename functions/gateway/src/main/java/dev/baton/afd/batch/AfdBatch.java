package dev.baton.afd.batch;

import dev.baton.afd.command.AfdParts;
import dev.baton.afd.command.PassedKey;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.gateway.call.CommandCall;
import dev.baton.gateway.call.Errand;
import dev.baton.gateway.core.batch.BatchEntry;
import dev.baton.gateway.core.batch.BatchPlan;
import dev.baton.gateway.core.batch.BatchReport;
import dev.baton.gateway.core.call.Envelope;
import dev.baton.gateway.core.catalogue.CommandGate;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Executes many commands, each for itself. */
final class AfdBatch implements Command<JsonObject> {
  private static final double NANOSECONDS = 1_000_000.0;

  private final AfdParts parts;

  AfdBatch(AfdParts parts) {
    this.parts = parts;
  }

  @Override
  public CommandResult execute(JsonObject input, Call call) {
    return switch (BatchPlan.of(input, parts.wiring().mostInABatch())) {
      case BatchPlan.Rejected rejected -> rejected.refusal();
      case BatchPlan.Accepted accepted -> run(accepted, call);
    };
  }

  private CommandResult run(BatchPlan.Accepted plan, Call call) {
    Instant begun = parts.wiring().clock().instant();
    long deadline = parts.gateway().caller().deadline(begun.toEpochMilli());
    Long asked = plan.options().timeoutMs();
    Errand errand =
        parts.errand(
            call, asked == null ? deadline : Math.min(deadline, begun.toEpochMilli() + asked));
    BatchRun run =
        new BatchRun(
            plan, errand.deadline(), calling(call, errand), refusing(call), parts.wiring().clock());
    var outcomes = run.outcomes();
    Duration took = Duration.between(begun, parts.wiring().clock().instant());
    BatchReport report =
        new BatchReport(outcomes, begun.toEpochMilli(), took.toNanos() / NANOSECONDS);
    return Succeeded.with(report.data(), report.reasoning()).sure(report.confidence());
  }

  private Function<BatchEntry.Callable, Envelope> calling(Call call, Errand errand) {
    CommandGate gate = parts.gate(call);
    return entry ->
        parts
            .gateway()
            .call(
                gate,
                errand,
                new CommandCall(
                    entry.command(),
                    entry.input(),
                    CommandCall.numbered(call.traceId(), entry.index()),
                    PassedKey.numbered(call.request(), entry.idempotencyKey(), entry.index())))
            .result();
  }

  private BatchRun.Refusing refusing(Call call) {
    return (entry, refusal) ->
        parts
            .gateway()
            .caller()
            .envelope(
                refusal,
                CommandCall.numbered(call.traceId(), entry.index()),
                parts.wiring().clock().millis());
  }
}
