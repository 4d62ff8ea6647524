package dev.baton.survey.core.participant.command;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.participant.effect.GraphFault;
import dev.baton.survey.core.participant.effect.TimerKind;
import org.jspecify.annotations.Nullable;

/** One thing that a participant's survey has to decide about. Source: survey spec §1.2. */
public sealed interface Command {

  /**
   * An item of a webhook delivery.
   *
   * @param item the item, of this participant
   */
  record Arrived(Item item) implements Command {}

  /**
   * An authenticated event from outside.
   *
   * @param event the event, with a text member {@code type}
   * @param id the caller's event key; null when the caller repeats at its own risk
   */
  record Signalled(JsonObject event, @Nullable String id) implements Command {}

  /**
   * A timer fired.
   *
   * @param kind which timer
   * @param round the number it carries; another than the current one is stale
   * @param firing who fires it
   */
  record TimerFired(TimerKind kind, long round, Firing firing) implements Command {}

  /**
   * A delivery performed an effect, in whichever attempt.
   *
   * @param effectId the effect
   */
  record EffectDone(String effectId) implements Command {}

  /**
   * A delivery was refused. Faults of class NOW were repeated by the delivery and count as LATER
   * here.
   *
   * @param effectId the effect
   * @param attempt which attempt at it, counted from 1; that of an older one decides nothing
   * @param fault why
   */
  record EffectRefused(String effectId, int attempt, GraphFault fault) implements Command {}

  /**
   * A delivery does not know whether its effect happened: no readable answer, or somebody else
   * claimed the attempt.
   *
   * @param effectId the effect
   * @param attempt which attempt at it, counted from 1; that of an older one decides nothing
   */
  record EffectUnclear(String effectId, int attempt) implements Command {}

  /**
   * An operator acts.
   *
   * @param action what is done
   * @param turn the turn the operator saw; null to act whatever happened since
   */
  record Released(ReleaseAction action, @Nullable Long turn) implements Command {}
}
