package dev.baton.local.permission;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.edge.AwsCall;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.TableDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a call to DynamoDB needs. The parts of a transaction need what they would need alone.
 *
 * <p>Source: DynamoDB developer guide, "Using IAM policy conditions for fine-grained access
 * control" and "Transactions: IAM".
 */
final class DynamoPermissions {
  private static final String LEADING_KEYS = "dynamodb:LeadingKeys";
  private static final Map<String, String> PARTS =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem");

  private final AwsPlace place;

  /** The partition key of each table and, behind a slash, of each index. */
  private final Map<String, String> partitionKeys = new HashMap<>();

  DynamoPermissions(List<TableDefinition> tables, AwsPlace place) {
    this.place = place;
    for (TableDefinition table : tables) {
      partitionKeys.put(table.name(), partitionKey(table.properties()));
      for (JsonNode index : table.properties().path("GlobalSecondaryIndexes")) {
        partitionKeys.put(
            table.name() + "/index/" + index.path("IndexName").asText(), partitionKey(index));
      }
    }
  }

  private static String partitionKey(JsonNode tableOrIndex) {
    for (JsonNode part : tableOrIndex.path("KeySchema")) {
      if (part.path("KeyType").asText().equals("HASH")) {
        return part.path("AttributeName").asText();
      }
    }
    throw new IllegalArgumentException("No partition key: " + tableOrIndex);
  }

  List<Permission> of(AwsCall call) {
    JsonNode request = call.json();
    if (!call.operation().equals("TransactWriteItems")) {
      return List.of(permission(call.operation(), request));
    }
    List<Permission> permissions = new ArrayList<>();
    for (JsonNode item : request.path("TransactItems")) {
      item.properties()
          .forEach(part -> {
            String action = PARTS.getOrDefault(part.getKey(), part.getKey());
            permissions.add(permission(action, part.getValue()));
          });
    }
    return permissions;
  }

  private Permission permission(String operation, JsonNode request) {
    String table = request.path("TableName").asText();
    String index = request.path("IndexName").asText();
    String resource = index.isEmpty() ? table : table + "/index/" + index;
    String key = partitionKeys.getOrDefault(resource, "");
    String value =
        switch (operation) {
          case "PutItem" -> request.path("Item").path(key).path("S").asText();
          case "Query" -> queried(request, key);
          default -> request.path("Key").path(key).path("S").asText();
        };
    return new Permission(
        "dynamodb:" + operation,
        place.table(resource),
        value.isEmpty() ? Map.of() : Map.of(LEADING_KEYS, List.of(value)));
  }

  /** The value that a query asks the partition key to equal. */
  private static String queried(JsonNode request, String key) {
    String name = Pattern.quote(key);
    for (Map.Entry<String, JsonNode> alias :
        request.path("ExpressionAttributeNames").properties()) {
      if (alias.getValue().asText().equals(key)) {
        name += "|" + Pattern.quote(alias.getKey());
      }
    }
    Matcher equality =
        Pattern.compile("(?<![#\\w])(?:" + name + ")\\s*=\\s*(:\\w+)")
            .matcher(request.path("KeyConditionExpression").asText());
    return equality.find()
        ? request.path("ExpressionAttributeValues").path(equality.group(1)).path("S").asText()
        : "";
  }
}
