package dev.baton.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.TableDefinition;
import dev.baton.local.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveSpecification;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/**
 * Makes the tables of the template: keys, indexes, stream and time to live. Tables that are there
 * already stay; they get the stream that the template gave them since.
 */
public final class DynamoTables {
  private final EmbeddedDynamo dynamo;
  private final Caller caller;

  /** Makes tables in this engine. */
  public DynamoTables(EmbeddedDynamo dynamo, Caller caller) {
    this.dynamo = dynamo;
    this.caller = caller;
  }

  /**
   * Makes what is missing.
   *
   * @throws TemplateException when a table is there with other indexes than the template's
   */
  public void create(List<TableDefinition> definitions) {
    List<String> present =
        dynamo
            .listTables(caller.accessKey(), caller.region(), ListTablesRequest.builder().build())
            .tableNames();
    for (TableDefinition definition : definitions) {
      CreateTableRequest request = request(definition);
      if (present.contains(definition.name())) {
        TableDescription table = describe(definition.name());
        requireSameIndexes(request, table);
        enableStream(request, table);
      } else {
        dynamo.createTable(caller.accessKey(), caller.region(), request);
        enableTimeToLive(definition);
      }
    }
  }

  private TableDescription describe(String name) {
    return dynamo
        .describeTable(caller.accessKey(), caller.region(), Requests.describeTable(name))
        .table();
  }

  private void enableStream(CreateTableRequest wanted, TableDescription present) {
    if (wanted.streamSpecification() != null && present.streamSpecification() == null) {
      dynamo.updateTable(
          caller.accessKey(),
          caller.region(),
          UpdateTableRequest.builder()
              .tableName(wanted.tableName())
              .streamSpecification(wanted.streamSpecification())
              .build());
    }
  }

  private static void requireSameIndexes(CreateTableRequest wanted, TableDescription present) {
    Set<String> there =
        present.globalSecondaryIndexes().stream()
            .map(GlobalSecondaryIndexDescription::indexName)
            .collect(Collectors.toSet());
    Set<String> needed =
        wanted.globalSecondaryIndexes().stream()
            .map(GlobalSecondaryIndex::indexName)
            .collect(Collectors.toSet());
    if (!there.equals(needed)) {
      throw new TemplateException(
          "Table %s in the data directory has the indexes %s, the template wants %s: start with another BATON_DATA_DIR."
              .formatted(wanted.tableName(), there, needed));
    }
  }

  private void enableTimeToLive(TableDefinition definition) {
    JsonNode ttl = definition.properties().path("TimeToLiveSpecification");
    if (ttl.path("Enabled").asBoolean(false)) {
      dynamo.updateTimeToLive(
          caller.accessKey(),
          caller.region(),
          UpdateTimeToLiveRequest.builder()
              .tableName(definition.name())
              .timeToLiveSpecification(
                  TimeToLiveSpecification.builder()
                      .attributeName(ttl.path("AttributeName").asText())
                      .enabled(true)
                      .build())
              .build());
    }
  }

  private static CreateTableRequest request(TableDefinition definition) {
    JsonNode properties = definition.properties();
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(definition.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                each(properties.path("AttributeDefinitions"), DynamoTables::attribute))
            .keySchema(each(properties.path("KeySchema"), DynamoTables::key));
    if (properties.has("GlobalSecondaryIndexes")) {
      request.globalSecondaryIndexes(
          each(properties.path("GlobalSecondaryIndexes"), DynamoTables::index));
    }
    String view = Jsons.text(properties.path("StreamSpecification"), "StreamViewType");
    if (view != null) {
      request.streamSpecification(
          StreamSpecification.builder().streamEnabled(true).streamViewType(view).build());
    }
    return request.build();
  }

  private static AttributeDefinition attribute(JsonNode node) {
    return AttributeDefinition.builder()
        .attributeName(node.path("AttributeName").asText())
        .attributeType(node.path("AttributeType").asText())
        .build();
  }

  private static KeySchemaElement key(JsonNode node) {
    return KeySchemaElement.builder()
        .attributeName(node.path("AttributeName").asText())
        .keyType(node.path("KeyType").asText())
        .build();
  }

  private static GlobalSecondaryIndex index(JsonNode node) {
    JsonNode projection = node.path("Projection");
    List<String> attributes = each(projection.path("NonKeyAttributes"), JsonNode::asText);
    return GlobalSecondaryIndex.builder()
        .indexName(node.path("IndexName").asText())
        .keySchema(each(node.path("KeySchema"), DynamoTables::key))
        .projection(
            Projection.builder()
                .projectionType(projection.path("ProjectionType").asText("ALL"))
                .nonKeyAttributes(nullIfEmpty(attributes))
                .build())
        .build();
  }

  private static @Nullable List<String> nullIfEmpty(List<String> list) {
    return list.isEmpty() ? null : list;
  }

  private static <T> List<T> each(JsonNode array, Function<JsonNode, T> map) {
    List<T> result = new ArrayList<>();
    array.forEach(element -> result.add(map.apply(element)));
    return result;
  }
}
