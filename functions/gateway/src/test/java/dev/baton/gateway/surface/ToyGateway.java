package dev.baton.gateway.surface;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.baton.afd.batch.AfdBatchHandler;
import dev.baton.afd.call.AfdCallHandler;
import dev.baton.afd.command.AfdParts;
import dev.baton.afd.pipe.AfdPipeHandler;
import dev.baton.core.command.Exposure;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.gateway.SurfaceWiring;
import dev.baton.gateway.core.catalogue.Catalogue;
import dev.baton.gateway.core.catalogue.CatalogueEntry;
import dev.baton.gateway.mcp.GatewayMcpHandler;
import dev.baton.gateway.message.GatewayMessageHandler;
import dev.baton.gateway.rpc.GatewayRpcHandler;
import dev.baton.gateway.stream.GatewayStreamHandler;
import dev.baton.shell.aws.ClientSet;
import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The surfaces and the tools that call commands, in front of commands that a test makes up. */
final class ToyGateway implements AutoCloseable {
  private static final List<String> TOOLS = List.of("afd-call", "afd-batch", "afd-pipe");

  private final LoopbackApi api;

  /**
   * A gateway.
   *
   * @param settings its configuration, SESSIONS_TABLE included
   * @param commands the commands, and where they are offered
   * @param answers makes the body of the answer at a command's address
   */
  ToyGateway(
      DynamoDbClient client,
      Map<String, String> settings,
      Map<String, Exposure> commands,
      Function<String, String> answers)
      throws IOException {
    api = new LoopbackApi(handlers(client, settings, commands), answers);
  }

  LoopbackApi api() {
    return api;
  }

  /** The answer of a command that succeeds and says its own name. */
  static String success(String path) {
    return JsonObject.builder()
        .put("success", true)
        .put("data", Json.of("called " + path.substring("/commands/".length())))
        .put("metadata", JsonObject.EMPTY)
        .build()
        .write();
  }

  private static Map<String, RequestStreamHandler> handlers(
      DynamoDbClient client, Map<String, String> settings, Map<String, Exposure> commands) {
    Map<String, String> known = new HashMap<>(settings);
    SurfaceWiring wiring =
        new SurfaceWiring(
            Settings.of(known::get),
            new Surroundings(InstantSource.system(), duration -> {}, line -> {}),
            clients(client),
            catalogue(commands));
    AfdParts parts = AfdParts.of(wiring);
    AfdBatchHandler batch = new AfdBatchHandler(parts);
    return Map.of(
        "/message", new GatewayMessageHandler(wiring),
        "/mcp", new GatewayMcpHandler(wiring),
        "/rpc", new GatewayRpcHandler(wiring),
        "/stream/*", new GatewayStreamHandler(wiring),
        "/batch", batch,
        "/commands/afd-batch", batch,
        "/commands/afd-call", new AfdCallHandler(parts),
        "/commands/afd-pipe", new AfdPipeHandler(parts));
  }

  private static ClientSet clients(DynamoDbClient client) {
    return new ClientSet(
        () -> client,
        ToyGateway::nobody,
        ToyGateway::nobody,
        ToyGateway::nobody,
        ToyGateway::nobody,
        address -> nobody());
  }

  private static <T> T nobody() {
    throw new AssertionError("Tools ask DynamoDB alone.");
  }

  private static Catalogue catalogue(Map<String, Exposure> commands) {
    List<CatalogueEntry> entries = new ArrayList<>();
    commands.forEach((name, exposure) -> entries.add(entry(name, exposure)));
    TOOLS.forEach(name -> entries.add(entry(name, Exposure.EVERYWHERE)));
    return new Catalogue(entries);
  }

  private static CatalogueEntry entry(String name, Exposure exposure) {
    return new CatalogueEntry(
        JsonObject.builder().put("name", name).put("expose", exposure.toJson()).build());
  }

  @Override
  public void close() {
    api.close();
  }
}
