package dev.baton.shell.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private final Settings settings =
      Settings.of(
          Map.of("TABLE", "t", "EMPTY", "", "WAIT", "PT5M", "OFF", "0", "BAD", "5 minutes")::get);

  @Test
  void aMissingSettingIsNamed() {
    assertThatThrownBy(() -> settings.required("SURVEYS_TABLE"))
        .isInstanceOf(SettingFault.class)
        .hasMessageContaining("SURVEYS_TABLE");
    assertThatThrownBy(() -> settings.required("EMPTY")).hasMessageContaining("EMPTY");
  }

  @Test
  void durationsAreIsoOrZero() {
    assertThat(settings.duration("WAIT", Duration.ZERO)).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.duration("OFF", Duration.ofHours(1))).isEqualTo(Duration.ZERO);
    assertThat(settings.duration("UNSET", Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
    assertThatThrownBy(() -> settings.duration("BAD", Duration.ZERO)).hasMessageContaining("BAD");
  }

  @Test
  void anEmptyTextIsUnsetUnlessItMeansSomething() {
    assertThat(settings.text("EMPTY", "fallback")).isEqualTo("fallback");
    assertThat(settings.textOrEmpty("EMPTY", "fallback")).isEmpty();
    assertThat(settings.textOrEmpty("UNSET", "fallback")).isEqualTo("fallback");
  }

  @Test
  void aSystemPropertyWinsOverTheEnvironment() {
    System.setProperty("baton.env.PATH", "from the property");
    try {
      assertThat(Settings.ofProcess().required("PATH")).isEqualTo("from the property");
    } finally {
      System.clearProperty("baton.env.PATH");
    }
  }
}
