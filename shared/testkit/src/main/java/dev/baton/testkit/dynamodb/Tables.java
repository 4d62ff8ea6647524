package dev.baton.testkit.dynamodb;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Makes empty tables of the template's shape under names of their own. */
public final class Tables {
  private Tables() {}

  /** A Surveys table with its stream and both indexes; returns its name. */
  public static String surveys(DynamoDbClient client) {
    String name = "Surveys-" + UUID.randomUUID();
    Projection all = Projection.builder().projectionType(ProjectionType.ALL).build();
    Projection states =
        Projection.builder()
            .projectionType(ProjectionType.INCLUDE)
            .nonKeyAttributes("state", "shortcode", "timer_due", "wait_since")
            .build();
    client.createTable(
        table(name)
            .attributeDefinitions(
                Stream.of("pk", "sk", "rows_pk", "rows_sk", "participants_pk", "participants_sk")
                    .map(Tables::text)
                    .toList())
            .globalSecondaryIndexes(
                index("Rows", "rows", all), index("Participants", "participants", states))
            .streamSpecification(
                stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE))
            .build());
    return name;
  }

  /** A Sessions table; returns its name. */
  public static String sessions(DynamoDbClient client) {
    String name = "Sessions-" + UUID.randomUUID();
    client.createTable(table(name).attributeDefinitions(text("pk"), text("sk")).build());
    return name;
  }

  private static CreateTableRequest.Builder table(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(key("pk", "sk"));
  }

  private static GlobalSecondaryIndex index(String name, String prefix, Projection projection) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(key(prefix + "_pk", prefix + "_sk"))
        .projection(projection)
        .build();
  }

  private static List<KeySchemaElement> key(String hash, String range) {
    return List.of(
        KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }
}
