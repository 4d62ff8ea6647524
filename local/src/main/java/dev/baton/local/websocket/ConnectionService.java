package dev.baton.local.websocket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.edge.AwsCall;
import dev.baton.local.edge.AwsFault;
import dev.baton.local.edge.AwsReply;
import dev.baton.local.edge.AwsService;
import dev.baton.local.json.Jsons;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The {@code @connections} of the WebSocket API. A connection is gone before {@code $connect} is
 * answered as well as after its end.
 *
 * <p>Source: Amazon API Gateway Management API reference.
 */
final class ConnectionService implements AwsService {
  private static final String RESOURCE = "@connections";

  private final Sockets sockets;
  private final String stage;
  private final SocketLimits limits;

  ConnectionService(Sockets sockets, String stage, SocketLimits limits) {
    this.sockets = sockets;
    this.stage = stage;
    this.limits = limits;
  }

  @Override
  public AwsReply answer(AwsCall call) {
    List<String> path = call.path();
    int at = path.indexOf(RESOURCE);
    if (at < 0 || at != path.size() - 2 || at > 1) {
      throw AwsFault.unknownOperation("execute-api", call.method() + " /" + String.join("/", path));
    }
    if (at == 1 && !path.getFirst().equals(stage)) {
      throw new AwsFault(403, "ForbiddenException", "There is no stage " + path.getFirst() + ".");
    }
    return answer(call, path.getLast());
  }

  private AwsReply answer(AwsCall call, String id) {
    return switch (call.method()) {
      case "POST" -> post(call, id);
      case "GET" -> AwsReply.json(describe(existing(id)));
      case "DELETE" -> {
        sockets.close(existing(id), Ending.DELETED);
        yield new AwsReply(204, Map.of(), new byte[0]);
      }
      default -> throw AwsFault.unknownOperation("execute-api", call.method());
    };
  }

  private AwsReply post(AwsCall call, String id) {
    if (call.body().length > limits.message()) {
      throw new AwsFault(
          413, "PayloadTooLargeException", "The message exceeds " + limits.message() + " bytes.");
    }
    String text = new String(call.body(), StandardCharsets.UTF_8);
    return switch (sockets.send(existing(id), text)) {
      case ACCEPTED -> new AwsReply(200, Map.of(), new byte[0]);
      case GONE -> throw gone(id);
      case TOO_MANY ->
          throw new AwsFault(
              429, "LimitExceededException", "Too many messages wait for connection " + id + ".");
    };
  }

  private Connection existing(String id) {
    Connection connection = sockets.find(id);
    if (connection == null) {
      throw gone(id);
    }
    return connection;
  }

  private static AwsFault gone(String id) {
    return new AwsFault(410, "GoneException", "Connection " + id + " is not there.");
  }

  private static ObjectNode describe(Connection connection) {
    Caller caller = connection.admission().caller();
    ObjectNode answer =
        Jsons.object()
            .put("connectedAt", connection.admission().connectedAt().toString())
            .put("lastActiveAt", connection.lastActiveAt().toString());
    ObjectNode identity = answer.putObject("identity").put("sourceIp", caller.sourceIp());
    if (caller.userAgent() != null) {
      identity.put("userAgent", caller.userAgent());
    }
    return answer;
  }
}
