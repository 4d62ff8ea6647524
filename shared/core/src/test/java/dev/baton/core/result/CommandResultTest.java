package dev.baton.core.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandResultTest {
  private static final ResultMetadata METADATA =
      new ResultMetadata(4, "1.0.0", "t-10", 1_768_471_201_000L);

  @Test
  void aRefusalIsWrittenAsTheSpecificationShowsIt() {
    Refused refusal =
        Refused.because(
            new ErrorCode("ROOM_NOT_FOUND", 404, false),
            "There is no room 'lobby2'.",
            "Check the room id; chat-connect or chat-send creates an open room on first use.");

    assertThat(refusal.status()).isEqualTo(404);
    assertThat(refusal.toJson(METADATA).write())
        .isEqualTo(
            "{\"success\":false,\"error\":{\"code\":\"ROOM_NOT_FOUND\",\"message\":\"There is no room 'lobby2'.\","
                + "\"suggestion\":\"Check the room id; chat-connect or chat-send creates an open room on first use.\","
                + "\"retryable\":false},\"metadata\":{\"executionTimeMs\":4,\"commandVersion\":\"1.0.0\","
                + "\"traceId\":\"t-10\",\"timestamp\":\"2026-01-15T10:00:01.000Z\"}}");
  }

  @Test
  void aSuccessCarriesWarningsAndSuggestionsOnlyWhenThereAreSome() {
    JsonObject data = JsonObject.builder().put("a", 1).build();

    assertThat(Succeeded.with(data, "Done.").toJson(METADATA).write())
        .startsWith(
            "{\"success\":true,\"data\":{\"a\":1},\"confidence\":1.0,\"reasoning\":\"Done.\",\"metadata\":{");
    assertThat(
            Succeeded.with(data, "Done.")
                .warning(List.of(new Warning("OLD", "It is old.", Warning.Severity.CAUTION)))
                .suggesting("Take a new one.")
                .toJson(METADATA)
                .write())
        .contains(
            "\"warnings\":[{\"code\":\"OLD\",\"message\":\"It is old.\",\"severity\":\"caution\"}],"
                + "\"suggestions\":[\"Take a new one.\"],\"metadata\":");
  }

  @Test
  void beforeACommandIsReachedThereIsNoVersion() {
    assertThat(new ResultMetadata(0, null, "t", 0).toJson(JsonObject.EMPTY).has("commandVersion"))
        .isFalse();
  }

  @Test
  void aPollIsWrittenAsTheSpecificationShowsIt() {
    Succeeded poll =
        Succeeded.with(JsonObject.builder().put("lastSeq", 41).build(), "No new messages.")
            .hinting(new AgentHints.Polling("Poll again with since=41-0feae16d", 5000));

    assertThat(poll.toJson(METADATA).write())
        .endsWith(
            "\"metadata\":{\"executionTimeMs\":4,\"commandVersion\":\"1.0.0\",\"traceId\":\"t-10\","
                + "\"timestamp\":\"2026-01-15T10:00:01.000Z\",\"agentHints\":{\"nextAction\":"
                + "\"Poll again with since=41-0feae16d\",\"pollInterval\":5000}},"
                + "\"_agentHints\":{\"nextAction\":\"Poll again with since=41-0feae16d\",\"pollInterval\":5000}}");
  }

  @Test
  void everythingStandsInTheOrderOfTheSpecification() {
    Succeeded full =
        Succeeded.with(JsonObject.EMPTY, "Done.")
            .hinting(new AgentHints.Handoff("websocket", false, "Open it", "chat-poll", "Connect"))
            .undoneBy(new Undo("chat-disconnect", JsonObject.EMPTY))
            .suggesting("Go on.")
            .warning(List.of(new Warning("OLD", "It is old.", Warning.Severity.INFO)))
            .or(List.of(new Alternative(JsonObject.EMPTY, "Shorter.", 0.5)))
            .following(List.of(new PlanStep("1", "Look", PlanStep.Status.IN_PROGRESS)))
            .from(List.of(new Source("document", "d1", null, null)))
            .sure(0.25);

    JsonObject json = full.toJson(METADATA.ofReplay());

    assertThat(json.members())
        .extracting(JsonObject.Member::name)
        .containsExactly(
            "success",
            "data",
            "confidence",
            "reasoning",
            "sources",
            "plan",
            "alternatives",
            "warnings",
            "suggestions",
            "undoCommand",
            "undoArgs",
            "metadata",
            "_agentHints");
    assertThat(
            json.object("metadata") instanceof JsonObject metadata
                ? metadata.members()
                : List.<JsonObject.Member>of())
        .extracting(JsonObject.Member::name)
        .containsExactly(
            "executionTimeMs", "commandVersion", "traceId", "timestamp", "replayed", "agentHints");
    assertThat(json.write())
        .contains("\"confidence\":0.25")
        .contains("{\"id\":\"1\",\"action\":\"Look\",\"status\":\"in_progress\"}")
        .contains("{\"type\":\"document\",\"id\":\"d1\"}")
        .contains("{\"data\":{},\"reason\":\"Shorter.\",\"confidence\":0.5}");
  }

  @Test
  void aStoredAnswerComesBackAsItWas() {
    for (CommandResult result :
        List.of(
            Succeeded.with(JsonObject.EMPTY, "Done."),
            Succeeded.with(JsonObject.EMPTY, "Done.").hinting(new AgentHints.Polling("Again", 1)),
            Refused.because(ErrorCodes.CONFLICT, "Moved.", "Look again.").retryAfter(2))) {
      Answer answer = Answer.of(result);

      assertThat(Answer.restored(answer.status(), answer.stored())).isEqualTo(answer);
    }
  }

  @Test
  void halfAnAnswerCannotBeMade() {
    assertThatThrownBy(() -> Succeeded.with(JsonObject.EMPTY, " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Succeeded.with(JsonObject.EMPTY, "Done.").sure(1.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Refused.because(ErrorCodes.CONFLICT, "Moved.", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
