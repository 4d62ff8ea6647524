package dev.baton.agent.core.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.event.AgentEvent;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ToolResultsTest {
  private static final ToolCall CALL = new ToolCall("c1", "toy-read", JsonObject.EMPTY, false);
  private static final int LONGEST_EVENT = 96 * 1_024;

  private static String content(ToolOutcome outcome, int longest) {
    return Objects.requireNonNull(ToolResults.block("c1", outcome, longest).text("content"));
  }

  @Test
  void whatIsShortEnoughIsGivenWhole() {
    ToolOutcome outcome = ToolOutcome.of(new JsonText("äöü"));

    assertThat(content(outcome, 8)).isEqualTo("\"äöü\"");
    assertThat(ToolResults.event(CALL, outcome, 5).payload().get("truncated")).isNull();
  }

  @Test
  void whatIsTooLongIsCutBetweenCharactersAndSaysHowLongItWas() {
    ToolOutcome outcome = ToolOutcome.of(new JsonText("ä😀ü"));

    assertThat(content(outcome, 8)).isEqualTo("\"ä😀 [cut, 10 bytes in all]");
    assertThat(content(outcome, 6)).isEqualTo("\"ä [cut, 10 bytes in all]");
  }

  @Test
  void eventsHaveRoomForWhatIsCutHoweverItIsEscaped() {
    String nasty = "\"\\\u0001\u2028😀".repeat(20_000);
    AgentEvent event = ToolResults.event(CALL, ToolOutcome.of(new JsonText(nasty)), 5);

    String text = event.payload().write();
    assertThat(text.getBytes(UTF_8).length).isLessThan(LONGEST_EVENT);
    assertThat(event.payload().get("truncated")).isEqualTo(Json.of(true));
    assertThat(event.payload().get("bytes"))
        .isEqualTo(Json.of(new JsonText(nasty).write().getBytes(UTF_8).length));
  }

  @Test
  void whoeverGoesOnFromTheLogGivesTheCutTextAndNotItsQuotation() {
    String whole = "{\"a\":\"" + "x".repeat(70_000) + "\"}";
    JsonObject result = JsonObject.builder().put("a", "x".repeat(70_000)).build();
    JsonObject event = ToolResults.event(CALL, ToolOutcome.of(result), 5).payload();

    ToolOutcome outcome = Objects.requireNonNull(ToolResults.outcome(event));

    assertThat(content(outcome, 256 * 1_024))
        .startsWith("{\"a\":\"xxx")
        .endsWith(" [cut, " + whole.length() + " bytes in all]");
    assertThat(content(outcome, 1_024)).hasSizeLessThan(1_100);
  }
}
