package dev.baton.local.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.LocalStackSettings;
import dev.baton.local.client.Commands;
import dev.baton.local.live.LiveSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A domain is added by a template and handlers of its own, as docs/domains.md says. */
final class FurtherDomainIT {
  private static final String COMMANDS = "  # ---- Commands ";
  private static final String ALLOWED = "Resource: [!Ref ChatSendFunction.Alias, ";
  private static final String ACTIONS = "- '{\"chat-send\"";
  private static final String FUNCTIONS = "- {Send: ";

  @Test
  void domainBringsItsCommandsAndActionsAndNothingElse(@TempDir Path folder) throws Exception {
    try (LocalStack stack =
        LocalStack.start(
            LocalStackSettings.of(Map.of("PORT", "0")).withTemplate(template(folder)))) {
      JsonNode handoff =
          new Commands(stack.apiUrl()).data("board-connect", Map.of("boardId", "b1"));
      try (LiveSocket ada = LiveSocket.byFrame(handoff)) {
        assertThat(ada.next("welcome").path("boardId").asText()).isEqualTo("b1");
        ada.send(Map.of("action", "board-send", "stroke", "line"));
        assertThat(ada.next("stroke").path("stroke").asText()).isEqualTo("line");
        ada.send(Map.of("type", "message", "stroke", "circle"));
        assertThat(ada.next("stroke").path("seq").asInt()).isEqualTo(2);

        ada.send(Map.of("action", "chat-send", "text", "Hello"));
        assertThat(ada.next("error").path("code").asText()).isEqualTo("UNKNOWN_ACTION");
      }
    }
  }

  private static Path template(Path folder) throws Exception {
    String all = Files.readString(Path.of("../template.yaml"));
    String board = Files.readString(Path.of("src/test/resources/local/board.yaml"));
    return Files.writeString(
        folder.resolve("template.yaml"),
        all.replace(COMMANDS, board + COMMANDS)
            .replace(ACTIONS, "- '{\"board-send\":\"${Board}\",\"chat-send\"")
            .replace(FUNCTIONS, "- {Board: !Ref BoardSendFunction.Alias, Send: ")
            .replace(ALLOWED, ALLOWED + "!Ref BoardSendFunction.Alias, "));
  }
}
