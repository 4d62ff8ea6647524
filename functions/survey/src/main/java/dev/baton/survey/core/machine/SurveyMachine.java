package dev.baton.survey.core.machine;

import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.participant.Episode.Cause;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.effect.TimerKind;

/**
 * The machine of a participant: a pure function. An answer {@link Outcome.Lacks} names what has to
 * be loaded before the same question is put again. Source: survey spec.
 */
public final class SurveyMachine {
  /**
   * How far own clock may be behind the platform's: what opens by own clock opens that much
   * earlier.
   */
  private static final long CLOCK_TOLERANCE = 5_000;

  private SurveyMachine() {}

  /** What the command does to the participant. */
  public static Decision decide(Command command, Participant participant, Context context) {
    Turn turn = new Turn(participant, context, happenedAt(command, context));
    try {
      apply(turn, command);
      Decision decision = Settlement.settle(turn);
      return decision == null ? tooLarge(participant, context) : decision;
    } catch (Lacking lacking) {
      return Settlement.lacking(participant, lacking.need());
    }
  }

  private static long happenedAt(Command command, Context context) {
    return command instanceof Command.Arrived(Item item)
        ? item.timestamp()
        : context.now() - CLOCK_TOLERANCE;
  }

  private static void apply(Turn turn, Command command) {
    switch (command) {
      case Command.Arrived(Item item) -> Arriving.arrived(turn, item);
      case Command.Signalled(var event, var id) -> Signalling.signalled(turn, event, id);
      case Command.TimerFired(var kind, long round, var firing) -> fired(turn, kind, round, firing);
      case Command.EffectDone(String effectId) -> Delivering.done(turn, effectId);
      case Command.EffectRefused(String effectId, int attempt, var fault) ->
          Delivering.refused(turn, effectId, attempt, fault);
      case Command.EffectUnclear(String effectId, int attempt) ->
          Delivering.unclear(turn, effectId, attempt);
      case Command.Released(var action, var seenTurn) -> Releasing.released(turn, action, seenTurn);
    }
  }

  private static void fired(Turn turn, TimerKind kind, long round, Firing firing) {
    if (turn.state() == State.USER_BLOCKED) {
      turn.inert("participant_blocked");
      return;
    }
    switch (kind) {
      case WAIT -> Waiting.fired(turn, round, firing);
      case FOLLOWUP -> Reminding.fired(turn, round, firing);
      case RETRY -> Retrying.fired(turn, round, firing);
    }
  }

  /** The input is put aside and the participant waits for somebody in ERROR. */
  private static Decision tooLarge(Participant participant, Context context) {
    Turn turn = new Turn(participant, context, context.now());
    Failing.fail(
        turn,
        ParticipantError.STATE_TOO_LARGE,
        "The participant's state would pass its limits.",
        new Cause.Nothing());
    return Settlement.deadLettered(turn, "state_too_large");
  }
}
