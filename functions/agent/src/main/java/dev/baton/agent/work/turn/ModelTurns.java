package dev.baton.agent.work.turn;

import dev.baton.agent.core.conversation.Trimming;
import dev.baton.agent.core.event.RunErrorCode;
import dev.baton.agent.core.event.RunEvents;
import dev.baton.agent.core.event.TurnEvents;
import dev.baton.agent.core.model.FaultVerdict;
import dev.baton.agent.core.model.ModelRequest;
import dev.baton.agent.core.model.RetryPolicy;
import dev.baton.agent.core.turn.TurnName;
import dev.baton.agent.work.signal.RunStopped;
import java.util.Map;

/** Calls the model for a turn until it has answered, or nothing more may be tried. */
final class ModelTurns {
  private final Workbench bench;
  private final HeldRun held;

  ModelTurns(Workbench bench, HeldRun held) {
    this.bench = bench;
    this.held = held;
  }

  /** The answer of the next turn. */
  AnsweredTurn next() {
    int turn = held.progress().turn() + 1;
    ModelRequest request = request();
    RetryPolicy policy = RetryPolicy.ofTurn(held.progress().withdrawals());
    while (true) {
      bench.sign().check();
      TurnName name = TurnName.of(held.run().id(), turn, policy.calls());
      ModelAttempt attempt = new ModelAttempt(bench, name).run(request);
      held.spend(attempt.usage(), bench.profile());
      if (attempt.answer() != null) {
        return new AnsweredTurn(name, attempt.answer());
      }
      policy = again(name, attempt, policy);
    }
  }

  private ModelRequest request() {
    long context = bench.profile().context();
    long lastInput = held.progress().turnUsage().allInput();
    Trimming trimming = Trimming.of(held.messages(), held.progress().trimmed(), lastInput, context);
    if (!trimming.fits()) {
      throw RunStopped.by(RunErrorCode.CONTEXT_FULL);
    }
    held.trimmed(trimming.last());
    return ModelRequest.of(
        held.run().terms().model(), bench.settings(), bench.tools().values(), trimming.messages());
  }

  private RetryPolicy again(TurnName name, ModelAttempt attempt, RetryPolicy policy) {
    FaultVerdict verdict = FaultVerdict.of(attempt.fault());
    bench
        .surroundings()
        .metrics()
        .count("agent_model_failed", Map.of("code", verdict.code().name()));
    return switch (policy.after(verdict, attempt.isVisible(), bench.chance().getAsDouble())) {
      case RetryPolicy.End(var error) -> throw RunStopped.by(error);
      case RetryPolicy.Again(long waitMs, RetryPolicy next) -> {
        if (!bench.isTimeForCall(waitMs)) {
          throw RunStopped.by(verdict.code());
        }
        announce(name, attempt, verdict.code().name(), next, waitMs);
        held.withdrew(next.withdrawnInRun());
        bench.sign().waitFor(waitMs);
        yield next;
      }
    };
  }

  private void announce(
      TurnName name, ModelAttempt attempt, String code, RetryPolicy next, long waitMs) {
    if (attempt.isBegun()) {
      bench
          .log()
          .add(
              TurnEvents.withdrawn(
                  name.turn(), name.attempt(), name.messageId(), attempt.firstSeq(), code));
    }
    if (!attempt.isVisible()) {
      bench.log().add(RunEvents.retrying(name.turn(), next.calls(), code, waitMs));
    }
    bench.log().flush();
  }
}
