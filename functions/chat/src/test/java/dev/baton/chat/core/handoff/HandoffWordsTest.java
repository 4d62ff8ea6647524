package dev.baton.chat.core.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoffWordsTest {

  @ParameterizedTest
  @CsvSource({"PT5M,5 minutes", "PT1M,1 minute", "PT90S,90 seconds", "PT1S,1 second"})
  void timeToConnectIsSaidInWords(Duration expiry, String words) {
    assertThat(HandoffWords.made("general", expiry))
        .isEqualTo("Session created for room general. Connect within " + words + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "0,No message was missed.",
    "1,One message was missed and will be sent first.",
    "2,2 messages were missed and will be sent first."
  })
  void missedMessagesAreSaidInWords(long missed, String words) {
    assertThat(HandoffWords.renewed(missed))
        .isEqualTo("New token issued for the same session. " + words);
  }
}
