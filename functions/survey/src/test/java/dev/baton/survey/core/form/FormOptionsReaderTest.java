package dev.baton.survey.core.form;

import static dev.baton.survey.core.form.FormText.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.survey.core.problem.Problem;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormOptionsReaderTest {

  @Test
  void withoutOptionsTheDefaultsHold() {
    assertThat(FormOptionsReader.read(null).value()).isEqualTo(FormOptions.DEFAULT);
    assertThat(FormOptionsReader.read(JsonNull.NULL).value()).isEqualTo(FormOptions.DEFAULT);
    assertThat(FormOptionsReader.read(json("{}")).value()).isEqualTo(FormOptions.DEFAULT);
    assertThat(
            FormOptionsReader.read(
                    json(
                        """
                        {"timezone":null,"closes_at":null,"follow_up_after":null,\
                        "timeouts":null,"compatibility":null}\
                        """))
                .value())
        .isEqualTo(FormOptions.DEFAULT);
    assertThat(FormOptions.DEFAULT.followUpAfter()).isEqualTo(12 * 3_600_000);
  }

  @Test
  void everyOptionIsRead() {
    FormOptions options =
        FormOptionsReader.read(
                json(
                    """
                    {"timezone":"Europe/Berlin","closes_at":"2026-03-01 08:00",\
                    "follow_up_after":"90 minutes","timeouts":{"pause":"2h"},\
                    "compatibility":"fly"}\
                    """))
            .value();

    assertThat(options)
        .isEqualTo(
            new FormOptions(
                ZoneId.of("Europe/Berlin"),
                1_772_348_400_000L,
                5_400_000,
                Map.of("pause", Json.of("2h")),
                true));
    assertThat(FormOptionsReader.read(json("{\"closes_at\":1767225600000}")).value())
        .isNotNull()
        .extracting(FormOptions::closesAt)
        .isEqualTo(1_767_225_600_000L);
    assertThat(FormOptionsReader.read(json("{\"compatibility\":\"none\"}")).value())
        .isEqualTo(FormOptions.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"timezone\":\"Mars/Base\"}|/timezone|'timezone' names no time zone",
        "{\"timezone\":5}|/timezone|'timezone' names no time zone",
        "{\"closes_at\":\"soon\"}|/closes_at|'closes_at' is no instant",
        "{\"closes_at\":true}|/closes_at|'closes_at' is no instant",
        "{\"follow_up_after\":\"24h\"}|/follow_up_after|'follow_up_after' is no duration below 24 hours",
        "{\"follow_up_after\":5}|/follow_up_after|'follow_up_after' is no duration below 24 hours",
        "{\"timeouts\":[]}|/timeouts|'timeouts' is no object",
        "{\"compatibility\":\"other\"}|/compatibility|'compatibility' is neither 'none' nor 'fly'",
        "{\"colour\":1}|/colour|'colour' there is no such option",
        "[]||the options are no object",
      })
  void everyBadOptionIsSaid(String options, String path, String fact) {
    var read = FormOptionsReader.read(json(options));

    assertThat(read.value()).isNull();
    assertThat(read.problems().getFirst().suggestion()).isNotBlank();
    assertThat(read.problems()).extracting(Problem::code).containsExactly("bad-option");
    assertThat(read.problems().getFirst().path()).isEqualTo(path == null ? "" : path);
    assertThat(read.problems().getFirst().fact()).isEqualTo(fact);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, 0, 999})
  void aFormIsOpenBeforeItCloses(long now) {
    assertThat(closing().isClosedAt(now)).isFalse();
    assertThat(FormOptions.DEFAULT.isClosedAt(now)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000, Long.MAX_VALUE})
  void aFormIsClosedFromThenOn(long now) {
    assertThat(closing().isClosedAt(now)).isTrue();
    assertThat(FormOptions.DEFAULT.isClosedAt(now)).isFalse();
  }

  @Test
  void timeRulesAreThoseOfTheOptions() {
    assertThat(closing().timeRules().zone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(closing().timeRules().timeouts()).containsOnlyKeys("t");
  }

  private static FormOptions closing() {
    return new FormOptions(ZoneId.of("UTC"), 1_000L, 5, Map.of("t", Json.of("1h")), false);
  }
}
