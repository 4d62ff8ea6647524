package dev.baton.shell.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogTest {
  private final List<String> lines = new ArrayList<>();
  private final Log log =
      Log.to(lines::add, InstantSource.fixed(Instant.parse("2026-01-15T10:00:00Z")));

  @Test
  void aLineIsOneJsonObject() {
    log.info("command", Map.of("milliseconds", 7L));

    assertThat(lines)
        .containsExactly(
            "{\"timestamp\":\"2026-01-15T10:00:00Z\",\"level\":\"INFO\",\"event\":\"command\","
                + "\"milliseconds\":7}");
  }

  @Test
  void lineEndsOfAValueStayInsideTheLine() {
    log.info("x", Map.of("a", "one\ntwo\r{\"event\":\"forged\"}"));

    assertThat(lines.getFirst()).doesNotContain("\n").doesNotContain("\r");
    assertThat(
            ((JsonObject) JsonReader.refusingDuplicates(9).readOwn(lines.getFirst())).text("event"))
        .isEqualTo("x");
  }

  @Test
  void aFaultCarriesItsClassItsFramesAndItsCause() {
    log.error(
        "fault", Map.of(), new IllegalStateException("y".repeat(900), new RuntimeException("why")));

    assertThat(lines.getFirst())
        .contains("\"class\":\"java.lang.IllegalStateException\"")
        .contains("LogTest.aFaultCarriesItsClassItsFramesAndItsCause")
        .contains("\"message\":\"why\"")
        .doesNotContain("y".repeat(501));
  }
}
