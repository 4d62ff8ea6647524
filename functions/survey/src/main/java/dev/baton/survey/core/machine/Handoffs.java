package dev.baton.survey.core.machine;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.HandoffPlan;
import dev.baton.survey.core.form.HandoffStep;
import dev.baton.survey.core.form.OnFailure;
import dev.baton.survey.core.handoff.HandoffOutcome;
import dev.baton.survey.core.handoff.HandoverKeys;
import dev.baton.survey.core.logic.Condition;
import dev.baton.survey.core.logic.Conditions;
import dev.baton.survey.core.participant.LastHandoff;
import dev.baton.survey.core.participant.OpenHandoff;
import dev.baton.survey.core.participant.OpenQuestion;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.HandoffId;
import dev.baton.survey.core.participant.event.SurveyEvent;
import dev.baton.survey.core.render.ThreadControl;
import dev.baton.survey.core.waiting.ArmedWait;
import dev.baton.survey.core.waiting.ArmedWaits;
import dev.baton.survey.core.waiting.Arming;
import org.jspecify.annotations.Nullable;

/**
 * Giving the thread to another app: opening handoffs, one or a chain of them. Source: survey spec
 * §6.1, §6.2, §6.7.
 */
final class Handoffs {
  private Handoffs() {}

  /** Comes to a handoff field; the next field where its condition does not hold, else null. */
  static @Nullable Field reach(Turn turn, Field field) {
    HandoffPlan plan = plan(field);
    HandoffStep first = holds(turn, plan.when()) ? stepFrom(turn, plan, 1) : null;
    if (first == null) {
      return Walking.leave(turn, field);
    }
    turn.hidden(HandoverKeys.cleared(turn.survey().hidden()));
    begin(turn, field, first, true);
    return null;
  }

  /**
   * Begins one step: a full handoff with its own wait, timer and record.
   *
   * @param speaks whether the transition message goes first
   */
  static void begin(Turn turn, Field field, HandoffStep step, boolean speaks) {
    if (speaks) {
      Speaking.open(turn, field);
    }
    Json metadata = step.metadata().render(turn.values(), turn.missing());
    arm(turn, field, step, question(turn, field, speaks), HandoffRecord.keys(metadata));
    HandoffId id = handoff(turn).id();
    String userId = turn.participant().userId();
    turn.add(
        new Draft(
            id,
            effectId ->
                new Effect.PassThread(
                    effectId,
                    ThreadControl.pass(userId, step.targetAppId(), metadata),
                    step.targetAppId(),
                    id)));
    Waiting.evaluate(turn, Trigger.TIME);
  }

  private static OpenQuestion question(Turn turn, Field field, boolean speaks) {
    OpenQuestion current = turn.participant().question();
    String openedBy = speaks || current == null ? null : current.openedBy();
    return new OpenQuestion(field.ref(), turn.happenedAt(), openedBy);
  }

  /** Arms the wait of a step and opens its record. */
  private static void arm(
      Turn turn, Field field, HandoffStep step, OpenQuestion question, Json sentKeys) {
    ArmedWait armed = armed(turn, step);
    HandoffId id = new HandoffId(turn.number(), turn.freeStep(step.number()));
    OpenHandoff handoff =
        new OpenHandoff(id, step.number(), step.targetAppId(), turn.now(), null, 0, null, null);
    turn.emit(new SurveyEvent.WaitArmed(question, new RunningWait(armed, null, false)));
    turn.emit(new SurveyEvent.HandoffOpened(handoff));
    HandoffRecord.opened(turn, field, handoff, armed, sentKeys);
  }

  private static ArmedWait armed(Turn turn, HandoffStep step) {
    LastHandoff last = turn.participant().lastHandoff();
    long endOfLast =
        last != null && last.target().equals(step.targetAppId()) ? last.endedAt() : Long.MIN_VALUE;
    long since = Math.max(turn.happenedAt(), endOfLast);
    long timeout = step.timeoutMillis();
    ArmedWait byDefault =
        ArmedWaits.defaultOfHandoff(step.targetAppId(), since, turn.now(), timeout);
    if (step.ownWait() == null) {
      return byDefault;
    }
    return switch (Waiting.arm(turn, step.ownWait(), since, timeout)) {
      case Arming.Armed(ArmedWait armed, int missing) -> armed;
      case Arming.Unreadable unreadable -> byDefault;
    };
  }

  /** Runs a step anew whose transition message or whose passing was refused. */
  static void beginAgain(Turn turn, Field field, int number, boolean speaks) {
    turn.hidden(HandoverKeys.clearedForNextStep(turn.survey().hidden()));
    begin(turn, field, plan(field).step(number), speaks);
  }

  /** Ends the open handoff, whose wait is over, and goes on with the next step or field. */
  static void finish(Turn turn, Field field, Trigger trigger) {
    OpenHandoff handoff = handoff(turn);
    int number = handoff.step();
    HandoffOutcome outcome = HandoffEnding.close(turn, trigger, plan(field).isChain());
    Waiting.end(turn, field);
    HandoffStep step = plan(field).step(number);
    if (outcome == HandoffOutcome.FAILED && step.onFailure() == OnFailure.BLOCK) {
      Blocking.handoffFailed(turn, handoff, number);
    } else {
      goOn(turn, field, number, outcome, trigger);
    }
  }

  /** Goes on after a step has ended, or after it is skipped. */
  static void goOn(Turn turn, Field field, int number, HandoffOutcome outcome, Trigger trigger) {
    HandoffPlan plan = plan(field);
    boolean stops = trigger == Trigger.RELEASE || plan.stopOn().contains(outcome);
    HandoffStep next = stops || Closing.isClosed(turn) ? null : stepFrom(turn, plan, number + 1);
    if (next == null) {
      Walking.goOn(turn, field);
      return;
    }
    turn.hidden(HandoverKeys.clearedForNextStep(turn.survey().hidden()));
    begin(turn, field, next, false);
  }

  /** Ends the open handoff, if there is one, because something else comes in its place. */
  static void cancel(Turn turn, Trigger trigger) {
    if (turn.participant().handoff() != null) {
      HandoffEnding.close(turn, trigger, false);
    }
  }

  private static @Nullable HandoffStep stepFrom(Turn turn, HandoffPlan plan, int number) {
    for (HandoffStep step : plan.steps()) {
      if (step.number() >= number && holds(turn, step.when())) {
        return step;
      }
    }
    return null;
  }

  private static boolean holds(Turn turn, @Nullable Condition when) {
    return when == null || Conditions.holds(when, turn.values());
  }

  static HandoffPlan plan(Field field) {
    HandoffPlan plan = field.handoff();
    if (plan == null) {
      throw new IllegalStateException("no handoff at " + field.ref());
    }
    return plan;
  }

  static OpenHandoff handoff(Turn turn) {
    OpenHandoff handoff = turn.participant().handoff();
    if (handoff == null) {
      throw new IllegalStateException("no open handoff");
    }
    return handoff;
  }
}
