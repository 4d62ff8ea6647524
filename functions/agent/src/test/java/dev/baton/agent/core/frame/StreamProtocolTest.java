package dev.baton.agent.core.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The names of protocols. */
final class StreamProtocolTest {

  @ParameterizedTest
  @EnumSource(StreamProtocol.class)
  void aProtocolIsFoundByItsName(StreamProtocol protocol) {
    assertThat(StreamProtocol.of(protocol.wireName())).isEqualTo(protocol);
  }

  @Test
  void anyOtherNameIsNone() {
    assertThat(StreamProtocol.of("NATIVE")).isNull();
    assertThat(StreamProtocol.of("")).isNull();
  }

  @Test
  void onlyTheNativeProtocolGoesOnWhereAViewerWas() {
    assertThat(StreamProtocol.NATIVE.replays()).isFalse();
    assertThat(StreamProtocol.AI_SDK.replays()).isTrue();
    assertThat(StreamProtocol.AG_UI.replays()).isTrue();
  }
}
