package dev.baton.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.TableDefinition;
import dev.baton.local.template.TemplateException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

final class EmbeddedDynamoIT {
  private static final Caller CALLER = new Caller("local", "eu-central-1");

  @Test
  void theKeyIsFoundByItsHash() {
    try (EmbeddedDynamo dynamo = new EmbeddedDynamo(null)) {
      new DynamoTables(dynamo, CALLER).create(List.of(sorted()));
      new ApiKeySeed(dynamo, CALLER).put("Keys", List.of("dev"), Clock.systemUTC());

      String hash = "ef260e9aa3c673af240d17a2660480361a8e081d1ffeca2a5ed0e3219fc18567";
      GetItemResponse found =
          dynamo.getItem(
              "local",
              "eu-central-1",
              GetItemRequest.builder()
                  .tableName("Keys")
                  .key(
                      Map.of(
                          "pk", AttributeValue.fromS("key#" + hash),
                          "sk", AttributeValue.fromS("key")))
                  .build());

      assertThat(found.item())
          .containsEntry("owner", AttributeValue.fromS("dev"))
          .containsEntry("scopes", AttributeValue.fromS("*"));
    }
  }

  @Test
  void tablesThatAreThereStayAndOtherIndexesAreRefused() {
    try (EmbeddedDynamo dynamo = new EmbeddedDynamo(null)) {
      DynamoTables tables = new DynamoTables(dynamo, CALLER);
      tables.create(List.of(table("Plain", "")));
      tables.create(List.of(table("Plain", "")));

      String index =
          """
          ,"GlobalSecondaryIndexes":[{"IndexName":"More","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
            "Projection":{"ProjectionType":"ALL"}}]\
          """;
      assertThatThrownBy(() -> tables.create(List.of(table("Plain", index))))
          .isInstanceOf(TemplateException.class)
          .hasMessageContaining("start with another BATON_DATA_DIR");
    }
  }

  @Test
  void aTableGetsTheStreamThatTheTemplateGaveItSince() {
    try (EmbeddedDynamo dynamo = new EmbeddedDynamo(null)) {
      DynamoTables tables = new DynamoTables(dynamo, CALLER);
      tables.create(List.of(table("Plain", "")));
      String stream = ",\"StreamSpecification\":{\"StreamViewType\":\"NEW_IMAGE\"}";

      tables.create(List.of(table("Plain", stream)));
      tables.create(List.of(table("Plain", stream)));

      assertThat(TableStream.of(dynamo, CALLER, "Plain").shards()).isNotEmpty();
    }
  }

  private static TableDefinition table(String name, String more) {
    return new TableDefinition(
        name,
        json(
            """
            {"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]%s}\
            """
                .formatted(more)));
  }

  private static TableDefinition sorted() {
    return new TableDefinition(
        "Keys",
        json(
            """
            {"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}]}\
            """));
  }

  private static JsonNode json(String text) {
    return Objects.requireNonNull(Jsons.parse(text));
  }
}
