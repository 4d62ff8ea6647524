package dev.baton.agent.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recorded logs are logs. */
final class RecordedLogsTest {

  @ParameterizedTest
  @MethodSource("names")
  void eachIsOfOneRunThatEnded(String name) {
    List<LoggedEvent> log = RecordedLogs.read(name);

    assertThat(LogCheck.violations(log, Bodies::read)).isEmpty();
    assertThat(log.getLast().type().isTerminal()).isTrue();
  }

  @Test
  void everyTypeOfEventIsInOneOfThem() {
    assertThat(names().flatMap(name -> RecordedLogs.read(name).stream()).map(LoggedEvent::type))
        .contains(EventType.values());
  }

  @Test
  void generatedRunsAreDifferentFromEachOther() {
    long seed = new SplittableRandom(1).nextLong(1_000);

    assertThat(GeneratedRun.of(seed)).isNotEqualTo(GeneratedRun.of(seed + 1));
    assertThat(GeneratedRun.of(seed)).isEqualTo(GeneratedRun.of(seed));
  }

  private static Stream<String> names() {
    return RecordedLogs.names().stream();
  }
}
