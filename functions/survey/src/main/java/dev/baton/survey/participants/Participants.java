package dev.baton.survey.participants;

import dev.baton.survey.core.machine.Context;
import dev.baton.survey.core.machine.Decision;
import dev.baton.survey.core.machine.Loaded;
import dev.baton.survey.core.machine.Need;
import dev.baton.survey.core.machine.Outcome;
import dev.baton.survey.core.machine.SurveyMachine;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.TimerKind;
import dev.baton.survey.store.DynamoParticipantStore;
import dev.baton.survey.store.DynamoTakenStore;
import dev.baton.survey.store.PageRow;
import dev.baton.survey.store.ParticipantKey;
import dev.baton.survey.store.SaveResult;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Handles commands to participants: load, decide, save on the condition that nobody wrote in
 * between, at most five times. Whoever gets an answer may rely on it being written. Thread-safe.
 */
public final class Participants {
  private static final int TRIES = 5;
  private static final int MOST_NEEDS = 100;

  private final DynamoParticipantStore store;
  private final DynamoTakenStore taken;
  private final FormLibrary forms;
  private final DecisionLog log;
  private final Policy policy;
  private final InstantSource clock;

  /**
   * What holds for all pages.
   *
   * @param ourAppId our app, decimal digits
   * @param echoGrace how long the echo of a message without known result is waited for
   */
  public record Policy(String ourAppId, Duration echoGrace) {}

  /** Everything that a command touches. */
  public Participants(
      DynamoParticipantStore store,
      DynamoTakenStore taken,
      FormLibrary forms,
      DecisionLog log,
      Policy policy,
      InstantSource clock) {
    this.store = store;
    this.taken = taken;
    this.forms = forms;
    this.log = log;
    this.policy = policy;
    this.clock = clock;
  }

  /** Handles a command to a participant of the page, known or not. */
  public Handled handle(PageRow page, String userId, Command command) {
    ParticipantKey key = new ParticipantKey(page.pageId(), userId);
    Participant glanced = EchoGlance.concerns(command) ? store.glance(key) : null;
    if (glanced != null) {
      Decision decision = decide(page, glanced, command);
      if (EchoGlance.isSettled(command, glanced, decision)) {
        log.decided(command, glanced, decision, clock.millis());
        return new Handled.Decided(glanced, decision);
      }
    }
    return handle(page, orStranger(store.load(key), page, userId), command);
  }

  /** Handles a command, beginning with the participant as the caller knows it. */
  public Handled handle(PageRow page, Participant known, Command command) {
    Participant participant = known;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Decision decision = decide(page, participant, command);
      SaveResult result =
          decision.writes() ? store.save(decision, isBulk(command)) : new SaveResult.Saved();
      switch (result) {
        case SaveResult.Saved() -> {
          log.decided(command, participant, decision, clock.millis());
          return new Handled.Decided(participant, decision);
        }
        case SaveResult.Lost(@Nullable Participant current) ->
            participant = current == null ? reload(page, participant) : current;
      }
    }
    log.contended(command, participant);
    return new Handled.Contended();
  }

  /** The participant as it is now, or null when nothing was ever written of it. */
  public @Nullable Participant find(ParticipantKey key) {
    return store.load(key);
  }

  /** What a command would do now, without doing it. */
  Decision decide(PageRow page, Participant participant, Command command) {
    Loaded loaded = Loaded.NOTHING;
    for (int needs = 0; needs < MOST_NEEDS; needs++) {
      Context context =
          new Context(
              clock.millis(),
              policy.ourAppId(),
              policy.echoGrace().toMillis(),
              page.settings(),
              loaded);
      Decision decision = SurveyMachine.decide(command, participant, context);
      if (!(decision.outcome() instanceof Outcome.Lacks(Need need))) {
        return decision;
      }
      loaded = with(loaded, need, participant);
    }
    throw new IllegalStateException("A decision asked for more than 100 forms.");
  }

  /** Whether many of its kind may come at once while nobody waits for them: reminders and moves. */
  private static boolean isBulk(Command command) {
    return switch (command) {
      case Command.TimerFired fired -> fired.kind() == TimerKind.FOLLOWUP;
      case Command.Released released -> released.action() instanceof ReleaseAction.Move;
      case Command.Arrived arrived -> false;
      case Command.Signalled signalled -> false;
      case Command.EffectDone done -> false;
      case Command.EffectRefused refused -> false;
      case Command.EffectUnclear unclear -> false;
    };
  }

  private Loaded with(Loaded loaded, Need need, Participant participant) {
    String page = participant.pageId();
    return switch (need) {
      case Need.FormVersion version ->
          loaded.with(version, forms.version(page, version.shortcode(), version.version()));
      case Need.NewestForm newest -> loaded.with(newest, forms.newest(page, newest.shortcode()));
      case Need.Taken mark ->
          loaded.with(
              mark,
              taken.isTaken(new ParticipantKey(page, participant.userId()), mark.shortcode()));
    };
  }

  private Participant reload(PageRow page, Participant participant) {
    ParticipantKey key = new ParticipantKey(participant.pageId(), participant.userId());
    return orStranger(store.load(key), page, participant.userId());
  }

  private static Participant orStranger(@Nullable Participant loaded, PageRow page, String userId) {
    return loaded == null ? Participant.stranger(page.pageId(), userId, page.owner()) : loaded;
  }
}
