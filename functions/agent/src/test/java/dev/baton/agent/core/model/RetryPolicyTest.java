package dev.baton.agent.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.RunError;
import dev.baton.agent.core.event.RunErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryPolicyTest {
  private static final FaultVerdict BUSY = FaultVerdict.of(new ModelFault.Refused(529, null, null));

  @Test
  void waitsDoubleUpToEightSecondsAndShrinkByAQuarterAtMost() {
    assertThat(waitMs(1, 0)).isEqualTo(500);
    assertThat(waitMs(2, 0)).isEqualTo(1_000);
    assertThat(waitMs(3, 0)).isEqualTo(2_000);
    assertThat(waitMs(3, 0.999)).isBetween(1_500L, 1_510L);
  }

  @Test
  void fourthCallIsTheLast() {
    assertThat(new RetryPolicy(4, false, 0).after(BUSY, false, 0))
        .isEqualTo(new RetryPolicy.End(RunError.of(RunErrorCode.MODEL_OVERLOADED)));
  }

  @Test
  void waitThatTheApiAsksForIsKeptUnlessItIsTooLong() {
    FaultVerdict short_ = FaultVerdict.of(new ModelFault.Refused(429, 30_000L, null));
    FaultVerdict long_ = FaultVerdict.of(new ModelFault.Refused(429, 30_001L, null));

    assertThat(RetryPolicy.ofTurn(0).after(short_, false, 0.5))
        .isEqualTo(new RetryPolicy.Again(30_000, new RetryPolicy(2, false, 0)));
    assertThat(RetryPolicy.ofTurn(0).after(long_, false, 0.5))
        .isEqualTo(new RetryPolicy.End(new RunError(RunErrorCode.MODEL_RATE_LIMITED, 31L)));
  }

  @Test
  void somethingVisibleIsWithdrawnOncePerTurnAndTwicePerRun() {
    FaultVerdict broken = FaultVerdict.of(new ModelFault.Broken());

    assertThat(RetryPolicy.ofTurn(1).after(broken, true, 0))
        .isEqualTo(new RetryPolicy.Again(500, new RetryPolicy(2, true, 2)));
    assertThat(new RetryPolicy(2, true, 1).after(broken, true, 0))
        .isInstanceOf(RetryPolicy.End.class);
    assertThat(RetryPolicy.ofTurn(2).after(broken, true, 0)).isInstanceOf(RetryPolicy.End.class);
    assertThat(RetryPolicy.ofTurn(2).after(broken, false, 0)).isInstanceOf(RetryPolicy.Again.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400, MODEL_REJECTED, false",
    "401, MODEL_AUTH, false",
    "402, MODEL_AUTH, false",
    "403, MODEL_AUTH, false",
    "404, MODEL_REJECTED, false",
    "408, MODEL_TIMEOUT, true",
    "409, MODEL_UNAVAILABLE, true",
    "413, MODEL_REJECTED, false",
    "422, MODEL_REJECTED, false",
    "429, MODEL_RATE_LIMITED, true",
    "500, MODEL_UNAVAILABLE, true",
    "502, MODEL_UNAVAILABLE, true",
    "503, MODEL_OVERLOADED, true",
    "504, MODEL_TIMEOUT, true",
    "529, MODEL_OVERLOADED, true"
  })
  void statusesMeanWhatTheTableSays(int status, RunErrorCode code, boolean repeatable) {
    FaultVerdict verdict = FaultVerdict.of(new ModelFault.Refused(status, null, null));

    assertThat(verdict.code()).isEqualTo(code);
    assertThat(verdict.repeatable()).isEqualTo(repeatable);
  }

  @Test
  void wordOfTheApiAboutRepetitionIsObeyed() {
    assertThat(FaultVerdict.of(new ModelFault.Refused(500, null, false)).repeatable()).isFalse();
    assertThat(FaultVerdict.of(new ModelFault.Refused(400, null, true)).repeatable()).isTrue();
  }

  @Test
  void errorInTheMiddleOfAnAnswerBreaksItIfItMayPass() {
    assertThat(FaultVerdict.of(new ModelFault.Ended("overloaded_error", true)).code())
        .isEqualTo(RunErrorCode.MODEL_STREAM_BROKEN);
    assertThat(FaultVerdict.of(new ModelFault.Ended("overloaded_error", false)).code())
        .isEqualTo(RunErrorCode.MODEL_OVERLOADED);
    assertThat(FaultVerdict.of(new ModelFault.Ended("authentication_error", true)).code())
        .isEqualTo(RunErrorCode.MODEL_AUTH);
  }

  private static long waitMs(int calls, double chance) {
    return new RetryPolicy(calls, false, 0).after(BUSY, false, chance)
            instanceof RetryPolicy.Again(long waitMs, RetryPolicy next)
        ? waitMs
        : -1;
  }
}
