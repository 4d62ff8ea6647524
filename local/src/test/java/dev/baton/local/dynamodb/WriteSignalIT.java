package dev.baton.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.dynamodb.services.exceptions.DynamoDBLocalServiceException;

/** Every kind of write tells the readers of its own tables, and nobody else. */
final class WriteSignalIT {
  private static final String KEY = "local";
  private static final String REGION = "eu-central-1";
  private static final Map<String, AttributeValue> ITEM = Map.of("pk", AttributeValue.fromS("1"));
  private static final List<String> TABLES = List.of("first", "second", "third");

  private final EmbeddedDynamo dynamo = new EmbeddedDynamo(null);

  @BeforeEach
  void tables() {
    new DynamoTables(dynamo, new Caller(KEY, REGION))
        .create(TABLES.stream().map(WriteSignalIT::table).toList());
  }

  @AfterEach
  void close() {
    dynamo.close();
  }

  @Test
  void aPut() {
    dynamo.putItem(KEY, REGION, PutItemRequest.builder().tableName("first").item(ITEM).build());

    assertThat(told()).containsOnly(Map.entry("first", 1L));
  }

  @Test
  void anUpdate() {
    dynamo.updateItem(
        KEY, REGION, UpdateItemRequest.builder().tableName("second").key(ITEM).build());

    assertThat(told()).containsOnly(Map.entry("second", 1L));
  }

  @Test
  void aDeletion() {
    dynamo.deleteItem(
        KEY, REGION, DeleteItemRequest.builder().tableName("third").key(ITEM).build());

    assertThat(told()).containsOnly(Map.entry("third", 1L));
  }

  @Test
  void aBatch() {
    WriteRequest put =
        WriteRequest.builder().putRequest(PutRequest.builder().item(ITEM).build()).build();
    dynamo.batchWriteItem(
        KEY,
        REGION,
        BatchWriteItemRequest.builder()
            .requestItems(Map.of("first", List.of(put), "third", List.of(put)))
            .build());

    assertThat(told()).containsOnly(Map.entry("first", 1L), Map.entry("third", 1L));
  }

  @Test
  void aTransactionButNotWhatItOnlyChecks() {
    transact(
        TransactWriteItem.builder().put(Put.builder().tableName("first").item(ITEM).build()),
        TransactWriteItem.builder()
            .conditionCheck(
                ConditionCheck.builder()
                    .tableName("second")
                    .key(ITEM)
                    .conditionExpression("attribute_not_exists(pk)")
                    .build()));
    transact(
        TransactWriteItem.builder().delete(Delete.builder().tableName("first").key(ITEM).build()),
        TransactWriteItem.builder()
            .update(
                Update.builder()
                    .tableName("third")
                    .key(ITEM)
                    .updateExpression("SET n = :n")
                    .expressionAttributeValues(Map.of(":n", AttributeValue.fromN("1")))
                    .build()));

    assertThat(told()).containsOnly(Map.entry("first", 2L), Map.entry("third", 1L));
  }

  @Test
  void aReadTellsNobody() {
    dynamo.getItem(KEY, REGION, GetItemRequest.builder().tableName("first").key(ITEM).build());

    assertThat(told()).isEmpty();
  }

  @Test
  void aWriteWithoutATableIsRefusedByTheEngineAndTellsNobody() {
    PutItemRequest put = PutItemRequest.builder().item(ITEM).build();
    BatchWriteItemRequest batch = BatchWriteItemRequest.builder().build();
    TransactWriteItemsRequest transaction = TransactWriteItemsRequest.builder().build();

    assertRefused(() -> dynamo.putItem(KEY, REGION, put));
    assertRefused(() -> dynamo.batchWriteItem(KEY, REGION, batch));
    assertRefused(() -> dynamo.transactWriteItems(KEY, REGION, transaction));
    assertThat(told()).isEmpty();
  }

  private static void assertRefused(ThrowingCallable write) {
    assertThatThrownBy(write).isInstanceOf(DynamoDBLocalServiceException.class);
  }

  private void transact(TransactWriteItem.Builder... items) {
    dynamo.transactWriteItems(
        KEY,
        REGION,
        TransactWriteItemsRequest.builder()
            .transactItems(Stream.of(items).map(TransactWriteItem.Builder::build).toList())
            .build());
  }

  /** How often which table was told; those that were not are left out. */
  private Map<String, Long> told() {
    return TABLES.stream()
        .filter(table -> dynamo.signal(table).count() > 0)
        .collect(Collectors.toMap(table -> table, table -> dynamo.signal(table).count()));
  }

  private static TableDefinition table(String name) {
    JsonNode properties =
        Objects.requireNonNull(
            Jsons.parse(
                """
                {"AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
                 "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}]}\
                """));
    return new TableDefinition(name, properties);
  }
}
