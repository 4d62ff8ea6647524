package dev.baton.gateway.surface;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.command.Exposure;
import dev.baton.core.json.JsonObject;
import dev.baton.testkit.dynamodb.DynamoDbLocal;
import dev.baton.testkit.dynamodb.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Command by surface by way: what is not exposed is not callable, whoever does the calling. */
@ExtendWith(DynamoDbLocal.class)
final class ExposureIT {
  private static final Map<String, Exposure> COMMANDS =
      Map.of(
          "toy-open", Exposure.EVERYWHERE,
          "toy-tool", new Exposure(false, false, true, false),
          "toy-shell", new Exposure(false, false, false, true),
          "toy-closed", new Exposure(true, true, false, false));
  private static final List<String> WAYS = List.of("direct", "call", "batch", "pipe");

  private final ToyGateway gateway;
  private final LoopbackApi api;

  ExposureIT(DynamoDbClient client) throws IOException {
    this.gateway =
        new ToyGateway(
            client,
            Map.of("SESSIONS_TABLE", Tables.sessions(client)),
            COMMANDS,
            ToyGateway::success);
    this.api = gateway.api();
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  static Stream<Arguments> matrix() {
    List<Arguments> cells = new ArrayList<>();
    COMMANDS.forEach((command, exposure) -> {
      for (String way : WAYS) {
        cells.add(Arguments.of("/message", command, way, exposure.mcp()));
        cells.add(Arguments.of("/mcp", command, way, exposure.mcp()));
        cells.add(Arguments.of("/rpc", command, way, exposure.cli()));
        cells.add(Arguments.of("/stream/*", command, way, exposure.cli()));
        if (!way.equals("direct")) {
          cells.add(Arguments.of("/commands/afd-*", command, way, exposure.cli()));
        }
      }
      cells.add(Arguments.of("/batch", command, "batch", exposure.cli()));
    });
    return cells.stream();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("matrix")
  void onlyWhatIsExposedIsCallable(String surface, String command, String way, boolean callable) {
    String answer = answer(surface, command, way).replace("\\", "");

    assertThat(answer.contains("called " + command)).as(answer).isEqualTo(callable);
    assertThat(answer.contains("COMMAND_NOT_EXPOSED")).as(answer).isEqualTo(!callable);
  }

  private String answer(String surface, String command, String way) {
    String name = way.equals("direct") ? command : "afd-" + way;
    String input = input(command, way);
    JsonObject response =
        switch (surface) {
          case "/rpc" ->
              api.send("POST", "/rpc", "{\"method\":\"" + name + "\",\"params\":" + input + "}");
          case "/stream/*" -> api.send("POST", "/stream/" + name, input);
          case "/commands/afd-*" -> api.send("POST", "/commands/" + name, input);
          case "/batch" -> api.send("POST", "/batch", input);
          default ->
              api.send(
                  "POST",
                  surface,
                  "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
                      + name
                      + "\",\"arguments\":"
                      + input
                      + "}}");
        };
    return Objects.requireNonNull(response.text("body"));
  }

  private static String input(String command, String way) {
    String entry = "{\"command\":\"" + command + "\"}";
    return switch (way) {
      case "call" -> entry;
      case "batch" -> "{\"commands\":[" + entry + "]}";
      case "pipe" -> "{\"steps\":[" + entry + "]}";
      default -> "{}";
    };
  }
}
