package dev.baton.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.core.handoff.HandoffShape;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandDefinitionTest {

  @Test
  void handoffTagsAreDerivedInTheirOrder() {
    assertThat(connect().build().tags())
        .containsExactly(
            "chat",
            "create",
            "single",
            "safe",
            "handoff",
            "handoff:websocket",
            "handoff:resumable");
    assertThat(
            connect()
                .handoff(
                    new HandoffDefinition(
                        Protocol.SSE,
                        List.of(Protocol.WEBSOCKET, Protocol.WEBRTC),
                        true,
                        "chat-poll",
                        true,
                        List.of("text")))
                .build()
                .tags())
        .endsWith(
            "handoff", "handoff:sse", "handoff:websocket", "handoff:webrtc", "handoff:resumable");
  }

  @Test
  void catalogueItemIsTheOneOfTheSpecification() {
    JsonObject item = connect().build().toJson();

    assertThat(item.write())
        .startsWith(
            "{\"name\":\"chat-connect\",\"category\":\"chat\",\"version\":\"1.0.0\",\"description\":"
                + "\"Connects the caller to a chat room and returns a WebSocket handoff for live"
                + " messages, typing and presence.\",\"tags\":[\"chat\",\"create\",\"single\",\"safe\","
                + "\"handoff\",\"handoff:websocket\",\"handoff:resumable\"],\"mutation\":true,"
                + "\"destructive\":false,\"executionTime\":\"fast\",\"handoff\":true,"
                + "\"handoffProtocol\":\"websocket\",\"resumable\":true,\"agentConsumable\":false,"
                + "\"fallbackCommand\":\"chat-poll\",\"capabilities\":[\"text\",\"typing\","
                + "\"presence\",\"history\"],\"requires\":[],\"errors\":[\"ROOM_NOT_FOUND\","
                + "\"ROOM_FULL\",\"QUOTA_EXCEEDED\"],\"expose\":{\"palette\":true,\"agent\":true,"
                + "\"mcp\":true,\"cli\":true},")
        .contains(
            "\"examples\":[{\"title\":\"Join a room\",\"input\":{\"roomId\":\"general\"}}],"
                + "\"inputSchema\":{\"type\":\"object\"");
  }

  @Test
  void otherCommandsHaveNoHandoffKeys() {
    JsonObject item =
        CommandDefinition.reading("afd-help", "Lists the commands there are for the caller.")
            .labels(Labels.batch(Labels.Action.LIST).forAgents())
            .exposed(Exposure.EVERYWHERE)
            .output(Field.requiredText("a", 1, "A."))
            .build()
            .toJson();

    assertThat(item.text("category")).isEqualTo("bootstrap");
    assertThat(item.members())
        .extracting(JsonObject.Member::name)
        .doesNotContain(
            "handoff",
            "handoffProtocol",
            "resumable",
            "agentConsumable",
            "fallbackCommand",
            "capabilities");
  }

  @ParameterizedTest
  @ValueSource(strings = {"chat", "Chat-send", "chat_send", "chat-", "-send", "chat--send", "1-x"})
  void nameHasTwoSegmentsInSmallLetters(String name) {
    assertThatThrownBy(() ->
            CommandDefinition.reading(name, "Lists something of somebody.")
                .labels(Labels.single(Labels.Action.READ))
                .exposed(Exposure.EVERYWHERE)
                .output(Field.requiredText("a", 1, "A."))
                .build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void exposureAndOutputAreStatedAndNeverAssumed() {
    assertThatThrownBy(() -> CommandDefinition.reading("a-b", "Lists something.").build())
        .hasMessageContaining("output");
  }

  private static CommandDefinitionBuilder connect() {
    return CommandDefinition.changing(
            "chat-connect",
            "Connects the caller to a chat room and returns a WebSocket handoff for live messages,"
                + " typing and presence.")
        .labels(Labels.single(Labels.Action.CREATE))
        .exposed(Exposure.EVERYWHERE)
        .errors(ErrorCodes.ROOM_NOT_FOUND, ErrorCodes.ROOM_FULL, ErrorCodes.QUOTA_EXCEEDED)
        .input(Field.requiredText("roomId", 64, "The room."))
        .output(HandoffShape.SHAPE)
        .example("Join a room", JsonObject.builder().put("roomId", "general").build())
        .handoff(
            new HandoffDefinition(
                Protocol.WEBSOCKET,
                List.of(),
                true,
                "chat-poll",
                false,
                List.of("text", "typing", "presence", "history")))
        .undoneBy("chat-disconnect");
  }
}
