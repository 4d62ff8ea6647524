package dev.baton.websocket.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class UpgradeTest {

  @Test
  void sessionAndTokenAreReadFromTheQuery() {
    assertThat(Upgrade.of(Map.of("session", "ses_1", "token", "t")))
        .isEqualTo(new Upgrade("ses_1", "t"));
  }

  @Test
  void aSecondQuestionMarkIsUnderstood() {
    assertThat(Upgrade.of(Map.of("session", "ses_1?token=t"))).isEqualTo(new Upgrade("ses_1", "t"));
  }

  @Test
  void nothingIsNothing() {
    assertThat(Upgrade.of(Map.of())).isEqualTo(new Upgrade(null, null));
    assertThat(Upgrade.of(Map.of("session", "", "token", ""))).isEqualTo(new Upgrade(null, null));
  }
}
