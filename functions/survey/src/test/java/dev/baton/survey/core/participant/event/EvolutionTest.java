package dev.baton.survey.core.participant.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.handoff.HandoffOutcome;
import dev.baton.survey.core.participant.HandoffReturn;
import dev.baton.survey.core.participant.LastHandoff;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.HandoffId;
import dev.baton.survey.core.participant.effect.TimerKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happened, applied to what is remembered. */
class EvolutionTest {
  private static final Participant STRANGER = Participant.stranger("page", "user", "owner");
  private static final HandoffId HANDOFF = new HandoffId(3, 1);

  static Stream<SurveyEvent> misplaced() {
    return Stream.of(
        new SurveyEvent.QuestionAnswered("ref", null),
        new SurveyEvent.VariablesSet(Map.of()),
        new SurveyEvent.HiddenSet(Map.of(), Map.of()),
        new SurveyEvent.WaitEnded(),
        new SurveyEvent.ThreadPassed(1),
        new SurveyEvent.PassFailed(null),
        new SurveyEvent.ThreadReturned(new HandoffReturn(List.of(), 0, List.of(), null)),
        new SurveyEvent.LateReturnNoted(HANDOFF),
        new SurveyEvent.EffectStarted("1:0", 1),
        new SurveyEvent.EffectConfirmed("1:0"),
        new SurveyEvent.EffectDoubted("1:0"),
        new SurveyEvent.EffectDelayed("1:0", 1),
        new SurveyEvent.EffectCompleted("1:0"),
        new SurveyEvent.EffectDropped(new Effect.CancelTimer("1:0", TimerKind.WAIT, 1), null),
        new SurveyEvent.RetryCleared(),
        new SurveyEvent.ParkedDropped(false),
        new SurveyEvent.EpisodeEnded(),
        new SurveyEvent.OperatorUnblocked(),
        new SurveyEvent.TokenSpent());
  }

  @ParameterizedTest
  @MethodSource("misplaced")
  void anEventThatFitsNowhereChangesNothing(SurveyEvent event) {
    assertThat(Evolution.evolve(STRANGER, event)).isEqualTo(STRANGER);
  }

  @Test
  void aLateReturnIsNotedInWhatIsKeptOfTheHandoff() {
    LastHandoff last = new LastHandoff(HANDOFF, "999", 7, false);
    Participant ended =
        Evolution.evolve(STRANGER, new SurveyEvent.HandoffEnded(last, HandoffOutcome.TIMED_OUT));

    Participant noted = Evolution.evolve(ended, new SurveyEvent.LateReturnNoted(HANDOFF));

    assertThat(noted.lastHandoff()).isEqualTo(new LastHandoff(HANDOFF, "999", 7, true));
  }
}
