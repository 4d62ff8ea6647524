package dev.baton.agent.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Streaming specification, section 4.1. */
class PassCheckTest {
  private static final long USABLE_UNTIL = 1_000;
  private static final long EXPIRES_AT = 9_000;

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // used, its run, a position, the run asked for, now
        "-, -, false, -, 999, OPENS",
        "-, -, true, -, 999, OPENS",
        "-, -, false, run_2, 999, OPENS",
        "-, run_1, false, -, 999, OPENS",
        "-, run_1, false, run_1, 999, OPENS",
        "-, run_1, false, run_2, 999, EXPIRED",
        "-, -, false, -, 1000, EXPIRED",
        "-, -, true, -, 1000, EXPIRED",
        "5, -, false, -, 999, EXPIRED",
        "5, run_1, false, run_1, 999, EXPIRED",
        "5, run_1, true, -, 999, RESUMES",
        "5, run_1, true, run_1, 8999, RESUMES",
        "5, run_1, true, run_2, 999, EXPIRED",
        "5, -, true, -, 8999, RESUMES",
        "5, run_1, true, -, 9000, EXPIRED",
        "-, -, false, -, 9000, EXPIRED",
      })
  void aTicketOpensOnceInTimeAndThenResumesItsRun(
      @Nullable Long usedAt,
      @Nullable String itsRun,
      boolean positioned,
      @Nullable String asked,
      long now,
      PassCheck check) {
    Pass ticket =
        new Pass(PassKind.TICKET, "ses_1", "ada", itsRun, USABLE_UNTIL, EXPIRES_AT, usedAt);

    assertThat(PassCheck.of(ticket, positioned, asked, now)).isEqualTo(check);
  }

  @ParameterizedTest
  @CsvSource({"0, OPENS", "8999, OPENS", "9000, EXPIRED"})
  void aCookieOpensWhateverIsAskedForUntilItsTime(long now, PassCheck check) {
    Pass cookie = Pass.cookie("ses_1", "ada", EXPIRES_AT);

    assertThat(PassCheck.of(cookie, false, null, now)).isEqualTo(check);
    assertThat(PassCheck.of(cookie, true, "run_1", now)).isEqualTo(check);
  }
}
