package dev.baton.testkit.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The server answers and its tables have their indexes. */
@ExtendWith(DynamoDbLocal.class)
class DynamoDbLocalIT {

  @Test
  void rowPutIntoASurveysTableIsFoundByKeyAndByIndex(DynamoDbClient client) {
    String table = Tables.surveys(client);
    AttributeValue text = AttributeValue.fromS("x");

    client.putItem(put ->
        put.tableName(table)
            .item(Map.of("pk", text, "sk", text, "rows_pk", text, "rows_sk", text)));

    assertThat(
            client.getItem(get -> get.tableName(table).key(Map.of("pk", text, "sk", text))).item())
        .containsEntry("rows_pk", text);
    assertThat(
            client
                .query(query ->
                    query
                        .tableName(table)
                        .indexName("Rows")
                        .keyConditionExpression("rows_pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", text)))
                .items())
        .hasSize(1);
  }

  @Test
  void tablesAreNeverShared(DynamoDbClient client) {
    assertThat(Tables.sessions(client)).isNotEqualTo(Tables.sessions(client));
  }
}
