package dev.baton.survey.core.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An armed wait as it is stored and shown. */
class ArmedWaitJsonTest {
  private static final WaitEvent MESSAGE = new WaitEvent.UserMessaged();
  private static final WaitEvent PAID =
      new WaitEvent.Signalled(Trees.object("type", Json.of("pay:done"), "amount", Json.of(5)));
  private static final JsonObject TIME = Trees.timeout("5m");
  private static final long DUE = 5 * Trees.MINUTE;

  @Test
  void leavesAreDescribed() {
    ArmedWait wait =
        Trees.armed(
                Trees.or(
                    TIME,
                    Trees.and(Trees.message(), Trees.returned("999", null)),
                    Trees.signal(JsonObject.EMPTY)))
            .on(MESSAGE, 0);

    assertThat(wait.leaves())
        .containsExactly(
            new ArmedWait.Leaf("/vars/0", "timeout", false, DUE),
            new ArmedWait.Leaf("/vars/1/vars/0", "user_message", true, null),
            new ArmedWait.Leaf("/vars/1/vars/1", "handoff_return", false, null),
            new ArmedWait.Leaf("/vars/2", "external", false, null));
    assertThat(Trees.armed(TIME).leaves())
        .containsExactly(new ArmedWait.Leaf("", "timeout", false, DUE));
  }

  @Test
  void theTreeIsDescribedInTheAuthorsGrammar() {
    JsonObject pattern = Trees.object("status", Json.of("done"));
    ArmedWait wait =
        Trees.armed(
            Trees.or(
                TIME,
                Trees.and(Trees.message(), Trees.returned("999", pattern)),
                Trees.signal(pattern),
                Trees.returned(null, null)));

    assertThat(wait.describe().write())
        .isEqualTo(
            """
            {"op":"or","vars":[{"type":"timeout","value":"1970-01-01T00:05:00Z"},\
            {"op":"and","vars":[{"type":"user_message"},\
            {"type":"handoff_return","target_app_id":"999","value":{"status":"done"}}]},\
            {"type":"external","value":{"status":"done"}},{"type":"handoff_return"}]}\
            """);
    assertThat(Trees.parse(wait.describe()).problems()).isEmpty();
  }

  @Test
  void anArmedWaitIsCompactJsonAndComesBackTheSame() {
    JsonObject pattern = Trees.object("status", Json.of("done"));
    ArmedWait wait =
        Trees.armed(
                Trees.or(
                    TIME,
                    Trees.and(Trees.message(), Trees.returned("999", pattern)),
                    Trees.signal(pattern),
                    Trees.returned(null, null)))
            .on(MESSAGE, 0);

    assertThat(wait.toJson().write())
        .isEqualTo(
            """
            {"tree":{"or":[{"at":300000},{"and":[{"message":null},\
            {"return":{"app":"999","value":{"status":"done"}}}]},\
            {"signal":{"status":"done"}},{"return":{}}]},"bits":2,"since":0,"armed_at":0}\
            """);
    assertThat(ArmedWait.fromJson(wait.toJson())).isEqualTo(wait);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | -1 | 5",
        "7 | 100 | 1767225600000",
        "-9223372036854775808 | 0 | 0",
        "4294967296 | 1 | 2"
      })
  void numbersComeBackTheSame(long bits, long since, long armedAt) {
    ArmedWait wait = new ArmedWait(new ArmedNode.UserMessage(0), bits, since, armedAt);

    assertThat(ArmedWait.fromJson(wait.toJson())).isEqualTo(wait);
  }

  @Test
  void heartbeatsDoNotMakeItGrow() {
    ArmedWait wait =
        Trees.armed(Trees.or(Trees.signal(Trees.object("type", Json.of("end"))), TIME));
    int size = wait.toJson().write().length();

    ArmedWait after = wait;
    for (int heartbeat = 0; heartbeat < 10_000; heartbeat++) {
      after = after.on(PAID, heartbeat);
    }

    assertThat(after).isSameAs(wait);
    assertThat(after.toJson().write()).hasSize(size);
  }

  @Test
  void otherJsonIsRefused() {
    assertThatThrownBy(() -> ArmedWait.fromJson(JsonObject.EMPTY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No armed wait: {}");
    assertThatThrownBy(() -> ArmedWait.fromJson(stored(Trees.object("xor", JsonArray.EMPTY))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No node of a wait: {\"xor\":[]}");
    assertThatThrownBy(
            () -> ArmedWait.fromJson(stored(Trees.object("or", JsonArray.of(Json.of(5))))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No node of a wait: 5");
    assertThatThrownBy(() -> ArmedWait.fromJson(stored(Trees.object("at", Json.of("soon")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No number 'at': {\"at\":\"soon\"}");
    assertThatThrownBy(() -> ArmedWait.fromJson(stored(JsonObject.EMPTY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No node of a wait: {}");
  }

  private static JsonObject stored(JsonObject tree) {
    return JsonObject.builder()
        .put("tree", tree)
        .put("bits", 0)
        .put("since", 0)
        .put("armed_at", 0)
        .build();
  }
}
