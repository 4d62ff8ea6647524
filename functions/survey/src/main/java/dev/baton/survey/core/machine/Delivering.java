package dev.baton.survey.core.machine;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.inbound.Happening.Echoed;
import dev.baton.survey.core.participant.Episode;
import dev.baton.survey.core.participant.OperatorBlock;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Started;
import dev.baton.survey.core.participant.effect.DeliveryStatus.Unknown;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.GraphFault;
import dev.baton.survey.core.participant.effect.OutboxEntry;
import dev.baton.survey.core.participant.event.SurveyEvent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of effects: done, refused, unclear, or seen in an echo. Source: survey spec §3.3 and
 * §3.4.
 */
final class Delivering {
  private Delivering() {}

  /** An effect was performed. */
  static void done(Turn turn, String effectId) {
    OutboxEntry entry = entry(turn, effectId);
    if (entry == null) {
      turn.inert("unknown_effect");
      return;
    }
    complete(turn, entry);
  }

  /** An effect counts as done; the next one goes. */
  static void complete(Turn turn, OutboxEntry entry) {
    Retrying.forget(turn, entry);
    turn.emit(new SurveyEvent.EffectCompleted(entry.id()));
    if (entry.effect() instanceof Effect.PassThread pass) {
      ThreadControlling.passed(turn, pass.handoff());
    }
    Episode episode = turn.participant().episode();
    if (episode != null && episode.isAbout(entry.id()) && turn.state() != State.BLOCKED) {
      turn.emit(new SurveyEvent.EpisodeEnded());
    }
  }

  /** An effect was refused. */
  static void refused(Turn turn, String effectId, int attempt, GraphFault fault) {
    OutboxEntry entry = attempted(turn, effectId, attempt);
    if (entry == null) {
      return;
    }
    if (fault.isDeadToken()) {
      turn.count("dead_page_token");
    }
    if (turn.state() == State.USER_BLOCKED) {
      turn.emit(new SurveyEvent.EffectDelayed(entry.id(), 0));
      return;
    }
    switch (entry.effect()) {
      case Effect.Send send -> refusedMessage(turn, entry, fault);
      case Effect.PassThread pass -> ThreadControlling.passRefused(turn, entry, pass, fault);
      case Effect.TakeThread take -> ThreadControlling.takeFailed(turn, entry, take, fault);
      case Effect.ArmTimer arm -> drop(turn, entry, fault);
      case Effect.CancelTimer cancel -> drop(turn, entry, fault);
    }
  }

  private static void refusedMessage(Turn turn, OutboxEntry entry, GraphFault fault) {
    if (entry.isConfirmed()) {
      complete(turn, entry);
      return;
    }
    switch (turn.state()) {
      case START, ERROR, BLOCKED, USER_BLOCKED -> drop(turn, entry, fault);
      case QOUT, WAIT_EXTERNAL_EVENT, END -> Blocking.block(turn, entry, fault);
    }
  }

  static void drop(Turn turn, OutboxEntry entry, @Nullable GraphFault fault) {
    Retrying.forget(turn, entry);
    turn.emit(new SurveyEvent.EffectDropped(entry.effect(), fault));
    turn.count("effect_dropped");
  }

  /** Nobody knows whether an effect happened. */
  static void unclear(Turn turn, String effectId, int attempt) {
    OutboxEntry entry = attempted(turn, effectId, attempt);
    if (entry == null) {
      return;
    }
    if (!entry.isStarted()) {
      turn.inert("unknown_effect");
      return;
    }
    if (entry.isConfirmed()) {
      complete(turn, entry);
      return;
    }
    if (turn.state() == State.USER_BLOCKED) {
      turn.emit(new SurveyEvent.EffectDoubted(entry.id()));
      return;
    }
    switch (entry.effect()) {
      case Effect.Send send -> unclearMessage(turn, entry);
      case Effect.PassThread pass -> ThreadControlling.passUnclear(turn, entry, pass);
      case Effect.TakeThread take -> ThreadControlling.takeFailed(turn, entry, take, null);
      case Effect.ArmTimer arm -> restart(turn, entry);
      case Effect.CancelTimer cancel -> restart(turn, entry);
    }
  }

  /**
   * A message in doubt is sent once more when no echo shows it; in doubt again it counts as sent.
   */
  private static void unclearMessage(Turn turn, OutboxEntry entry) {
    if (entry.doubts() > 0) {
      turn.count("counted_as_sent");
      complete(turn, entry);
      return;
    }
    long at = entry.status() instanceof Started(int attempt, long since) ? since : turn.now();
    Retrying.doubt(turn, entry, Math.max(turn.now(), at + turn.context().echoGraceMillis()));
  }

  /** Timers may be set and deleted twice, so that there is nothing to doubt. */
  private static void restart(Turn turn, OutboxEntry entry) {
    turn.emit(new SurveyEvent.EffectStarted(entry.id(), turn.now()));
  }

  /** A message of ours came back as an echo. */
  static void echoed(Turn turn, Echoed echo, long timestamp) {
    OutboxEntry entry =
        echo.eid() == null ? untagged(turn, echo, timestamp) : entry(turn, echo.eid());
    if (entry == null || !(entry.effect() instanceof Effect.Send)) {
      turn.inert("echo");
    } else if (entry.status() instanceof Unknown || entry.isDoubtful()) {
      complete(turn, entry);
    } else if (entry.status() instanceof Started) {
      turn.emit(new SurveyEvent.EffectConfirmed(entry.id()));
    } else {
      turn.inert("echo");
    }
  }

  private static @Nullable OutboxEntry untagged(Turn turn, Echoed echo, long timestamp) {
    if (turn.settings().echoTag()) {
      return null;
    }
    for (OutboxEntry entry : turn.participant().outbox().entries()) {
      if (entry.status() instanceof Unknown(int attempt, long at)
          && at < timestamp
          && entry.effect() instanceof Effect.Send(String id, JsonObject body)
          && sameMessage(body.object("message"), echo)) {
        return entry;
      }
    }
    return null;
  }

  private static boolean sameMessage(@Nullable JsonObject message, Echoed echo) {
    String metadata = message == null ? null : message.text("metadata");
    return message != null
        && metadata != null
        && Objects.equals(message.text("text"), echo.text())
        && metadata.equals(echo.metadata().write());
  }

  /** The entry whose latest attempt that is; what came of older ones says nothing about it. */
  private static @Nullable OutboxEntry attempted(Turn turn, String effectId, int attempt) {
    OutboxEntry entry = entry(turn, effectId);
    if (entry == null) {
      turn.inert("unknown_effect");
      return null;
    }
    if (entry.status().attempt() != attempt) {
      turn.inert("older_attempt");
      return null;
    }
    return entry;
  }

  private static @Nullable OutboxEntry entry(Turn turn, String effectId) {
    Participant participant = turn.participant();
    OperatorBlock block = participant.operatorBlock();
    OutboxEntry entry = participant.outbox().entry(effectId);
    return entry != null || block == null ? entry : held(block.held(), effectId);
  }

  private static @Nullable OutboxEntry held(List<OutboxEntry> held, String effectId) {
    for (OutboxEntry entry : held) {
      if (entry.id().equals(effectId)) {
        return entry;
      }
    }
    return null;
  }
}
