package dev.baton.local.websocket;

import dev.baton.local.edge.AwsEdge;
import dev.baton.local.edge.EdgeClients;
import dev.baton.local.edge.NoDynamo;
import dev.baton.local.http.HttpApiServer;
import dev.baton.local.lambda.Functions;
import dev.baton.local.lambda.LocalFunction;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.HttpApiDefinition;
import dev.baton.local.template.SocketApiDefinition;
import dev.baton.local.template.SocketRoute;
import dev.baton.local.time.ManualTimeline;
import dev.baton.local.toy.ToySocket;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;

/**
 * A WebSocket API whose stage is {@code live}, with a route for each function of its name, in a
 * time that tests move. A route whose name begins with {@code answer} has a route response.
 */
final class SocketWorld implements AutoCloseable {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final HttpApiServer server;
  private final AwsEdge edge;
  private final Sockets sockets;
  private final HttpClient http;

  final ManualTimeline time = new ManualTimeline(Instant.parse("2026-01-15T10:00:00Z"));

  SocketWorld(LocalFunction... routes) throws Exception {
    http = HttpClient.newHttpClient();
    // Closing would wait for sockets whose client never reads that they ended.
    parts.push(http::shutdownNow);
    edge = add(new AwsEdge(new NoDynamo(), "127.0.0.1", 0));
    edge.start();
    server = add(new HttpApiServer(0));
    Functions functions = Functions.of(List.of(routes));
    Map<String, SocketRoute> byKey = new LinkedHashMap<>();
    for (LocalFunction function : routes) {
      String key = function.definition().name();
      byKey.put(key, new SocketRoute(key, key, key.startsWith("answer")));
    }
    SocketApiDefinition api =
        new SocketApiDefinition("socket-api", "live", List.of("action"), byKey);
    sockets = add(new Sockets(api, server.domain(), functions, time, SocketLimits.AWS));
    edge.serve("execute-api", sockets.connections());
    server.askFirst(sockets::door);
    server.start(
        new HttpApiDefinition("api", "$default", List.of(), Map.of(), null),
        functions,
        AwsPlace.LOCAL,
        time);
  }

  Sockets sockets() {
    return sockets;
  }

  HttpClient http() {
    return http;
  }

  /** Host and port. */
  String domain() {
    return server.domain();
  }

  /** Address of the stage. */
  String address() {
    return "ws://" + server.domain() + "/live";
  }

  ToySocket open() throws Exception {
    return ToySocket.open(http, address());
  }

  /** The management API under the stage, as its endpoint on AWS has it. */
  ApiGatewayManagementApiClient management() {
    return management("/live");
  }

  /** The same under another path. */
  ApiGatewayManagementApiClient management(String path) {
    return add(EdgeClients.of(ApiGatewayManagementApiClient.builder(), edge.url() + path));
  }

  @Override
  public void close() throws Exception {
    while (!parts.isEmpty()) {
      parts.pop().close();
    }
  }

  private <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }
}
