package dev.baton.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class ModelSettingsTest {
  private static final String URL = "ANTHROPIC_BASE_URL";
  private static final String KEY = "ANTHROPIC_API_KEY";

  @Test
  void withoutAddressAndKeyItIsTheStandIn() {
    assertThat(ModelSettings.of(Map.of()).standIn()).isTrue();
    assertThat(ModelSettings.of(Map.of(URL, "", KEY, "")).standIn()).isTrue();
  }

  @Test
  void aKeyAloneLeavesTheRealAddress() {
    ModelSettings settings = ModelSettings.of(Map.of(KEY, "sk-1"));

    assertThat(settings.standIn()).isFalse();
    assertThat(settings.url()).isEqualTo("https://api.anthropic.com");
    assertThat(settings.variables()).doesNotContainKey(URL);
  }

  @Test
  void anAddressIsUsedAsItIs() {
    ModelSettings settings = ModelSettings.of(Map.of(URL, "http://127.0.0.1:9"));

    assertThat(settings.standIn()).isFalse();
    assertThat(settings.variables()).isEqualTo(Map.of(URL, "http://127.0.0.1:9"));
  }
}
