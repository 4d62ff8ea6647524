package dev.baton.local.permission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.edge.AwsCall;
import dev.baton.local.edge.AwsFault;
import dev.baton.local.lambda.LambdaService;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.Names;
import dev.baton.local.template.SocketApiDefinition;
import dev.baton.local.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call to AWS needs.
 *
 * <p>Source: AWS service authorization reference.
 */
final class Permissions {
  private final AwsPlace place;
  private final DynamoPermissions dynamo;
  private final @Nullable SocketApiDefinition sockets;

  /** The permissions for what a template has. */
  Permissions(Template template, AwsPlace place) {
    this.place = place;
    this.dynamo = new DynamoPermissions(template.tables(), place);
    this.sockets = template.sockets();
  }

  /**
   * Everything that a call needs.
   *
   * @param service the service that it is signed for
   * @throws AwsFault when it is not known what the call needs
   */
  List<Permission> of(String service, AwsCall call) {
    return switch (service) {
      case "dynamodb" -> dynamo.of(call);
      case "sqs" -> {
        String queue = Names.last(call.json().path("QueueUrl").asText());
        yield List.of(Permission.of("sqs:" + call.operation(), place.queue(queue)));
      }
      case "secretsmanager" -> {
        String id = call.json().path("SecretId").asText();
        String arn = id.startsWith("arn:") ? id : place.secret(id);
        yield List.of(Permission.of("secretsmanager:" + call.operation(), arn));
      }
      case "lambda" -> {
        String function = call.path().size() > 2 ? LambdaService.called(call) : "";
        yield List.of(Permission.of("lambda:InvokeFunction", place.function(function)));
      }
      case "scheduler" -> schedule(call);
      case "execute-api" -> List.of(connection(call));
      default -> throw AwsFault.unknownOperation(service, call.method());
    };
  }

  /** Who sets a schedule hands the scheduler a role, for which it must be allowed to. */
  private List<Permission> schedule(AwsCall call) {
    JsonNode request = call.json();
    String group = request.path("GroupName").asText(call.query().getOrDefault("groupName", ""));
    String action =
        switch (call.method()) {
          case "POST" -> "CreateSchedule";
          case "PUT" -> "UpdateSchedule";
          case "DELETE" -> "DeleteSchedule";
          default -> "GetSchedule";
        };
    List<Permission> permissions = new ArrayList<>();
    permissions.add(
        Permission.of("scheduler:" + action, place.schedule(group, call.path().getLast())));
    String role = request.path("Target").path("RoleArn").asText();
    if (!role.isEmpty()) {
      permissions.add(
          new Permission(
              "iam:PassRole",
              role,
              Map.of("iam:PassedToService", List.of("scheduler.amazonaws.com"))));
    }
    return permissions;
  }

  private Permission connection(AwsCall call) {
    String api = sockets == null ? "" : sockets.id() + "/" + sockets.stage();
    return Permission.of(
        "execute-api:ManageConnections",
        place.arn("execute-api", api + "/" + call.method() + "/@connections/*"));
  }
}
