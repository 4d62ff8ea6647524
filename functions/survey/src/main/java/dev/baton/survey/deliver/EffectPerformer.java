package dev.baton.survey.deliver;

import dev.baton.shell.aws.AwsFaults;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.Effect.ArmTimer;
import dev.baton.survey.core.participant.effect.Effect.CancelTimer;
import dev.baton.survey.core.participant.effect.Effect.PassThread;
import dev.baton.survey.core.participant.effect.Effect.Send;
import dev.baton.survey.core.participant.effect.Effect.TakeThread;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.GraphFault;
import dev.baton.survey.graph.GraphClient;
import dev.baton.survey.graph.GraphResult;
import dev.baton.survey.store.ParticipantKey;

/** Performs one attempt of one effect, once. */
final class EffectPerformer {
  private final GraphClient graph;
  private final TimerSchedules timers;
  private final RateLimit rate;

  EffectPerformer(GraphClient graph, TimerSchedules timers, RateLimit rate) {
    this.graph = graph;
    this.timers = timers;
    this.rate = rate;
  }

  GraphResult perform(ParticipantKey participant, Effect effect, Errand errand) {
    return switch (effect) {
      case Send send -> {
        rate.await(participant.pageId(), errand);
        yield graph.send(participant.pageId(), send.body(), errand.longestCall());
      }
      case PassThread pass -> {
        rate.await(participant.pageId(), errand);
        yield graph.passThread(participant.pageId(), pass.body(), errand.longestCall());
      }
      case TakeThread take -> {
        rate.await(participant.pageId(), errand);
        yield graph.takeThread(participant.pageId(), take.body(), errand.longestCall());
      }
      case ArmTimer arm -> scheduled(() -> timers.arm(participant, arm));
      case CancelTimer cancel -> scheduled(() -> timers.cancel(participant, cancel));
    };
  }

  // Setting and deleting a schedule may be repeated, so a call in doubt is one to make again.
  private static GraphResult scheduled(Runnable call) {
    try {
      call.run();
      return new GraphResult.Done();
    } catch (RuntimeException fault) {
      if (!AwsFaults.mayPass(fault)) {
        throw fault;
      }
      String message = "Scheduler: " + fault.getMessage();
      return new GraphResult.Refused(new GraphFault(FaultClass.NOW, null, null, message, null));
    }
  }
}
