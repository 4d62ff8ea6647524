package dev.baton.local.permission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.edge.AwsCall;
import dev.baton.local.json.Jsons;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.TableDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What calls to DynamoDB need, read from their bodies. */
final class DynamoPermissionsTest {
  private static final String TABLE = AwsPlace.LOCAL.table("Surveys");
  private static final JsonNode PROPERTIES =
      Jsons.tree(
          Map.of(
              "KeySchema",
              List.of(key("sk", "RANGE"), key("pk", "HASH")),
              "GlobalSecondaryIndexes",
              List.of(Map.of("IndexName", "Rows", "KeySchema", List.of(key("rows_pk", "HASH"))))));

  private final DynamoPermissions permissions =
      new DynamoPermissions(List.of(new TableDefinition("Surveys", PROPERTIES)), AwsPlace.LOCAL);

  @Test
  void anItemIsReadByItsKey() {
    assertThat(needed("GetItem", "{'TableName':'Surveys','Key':{'pk':{'S':'a#1'},'sk':{'S':'x'}}}"))
        .containsExactly(permission("GetItem", TABLE, "a#1"));
  }

  @Test
  void anItemIsPutUnderTheKeyThatItHas() {
    assertThat(
            needed("PutItem", "{'TableName':'Surveys','Item':{'pk':{'S':'a#1'},'sk':{'S':'x'}}}"))
        .containsExactly(permission("PutItem", TABLE, "a#1"));
  }

  @Test
  void aQueryIsForThePartitionThatItNamesInWhateverWay() {
    String values = "'ExpressionAttributeValues':{':p':{'S':'a#1'},':s':{'S':'x'}}";

    assertThat(
            List.of("pk = :p", "pk=:p AND sk > :s", "sk > :s AND #key = :p", "#key=:p and pk1=:s"))
        .allSatisfy(condition ->
            assertThat(
                    needed(
                        "Query",
                        "{'TableName':'Surveys','KeyConditionExpression':'"
                            + condition
                            + "',"
                            + "'ExpressionAttributeNames':{'#key':'pk'},"
                            + values
                            + "}"))
                .containsExactly(permission("Query", TABLE, "a#1")));
  }

  @Test
  void anIndexHasItsOwnNameAndKey() {
    assertThat(
            needed(
                "Query",
                "{'TableName':'Surveys','IndexName':'Rows','KeyConditionExpression':'rows_pk = :p',"
                    + "'ExpressionAttributeValues':{':p':{'S':'r#1'}}}"))
        .containsExactly(permission("Query", TABLE + "/index/Rows", "r#1"));
  }

  @Test
  void aTransactionNeedsWhatItsPartsNeed() {
    assertThat(
            needed(
                "TransactWriteItems",
                "{'TransactItems':[{'Put':{'TableName':'Surveys','Item':{'pk':{'S':'a'}}}},"
                    + "{'Update':{'TableName':'Surveys','Key':{'pk':{'S':'b'}}}},"
                    + "{'Delete':{'TableName':'Surveys','Key':{'pk':{'S':'c'}}}},"
                    + "{'ConditionCheck':{'TableName':'Surveys','Key':{'pk':{'S':'d'}}}}]}"))
        .containsExactly(
            permission("PutItem", TABLE, "a"),
            permission("UpdateItem", TABLE, "b"),
            permission("DeleteItem", TABLE, "c"),
            permission("ConditionCheckItem", TABLE, "d"));
  }

  @Test
  void aScanNamesNoKey() {
    assertThat(needed("Scan", "{'TableName':'Surveys'}"))
        .containsExactly(new Permission("dynamodb:Scan", TABLE, Map.of()));
  }

  private static Permission permission(String operation, String resource, String key) {
    return new Permission(
        "dynamodb:" + operation, resource, Map.of("dynamodb:LeadingKeys", List.of(key)));
  }

  private List<Permission> needed(String operation, String body) {
    return permissions.of(
        new AwsCall(
            "POST",
            List.of(),
            Map.of(),
            Map.of("x-amz-target", "DynamoDB_20120810." + operation),
            body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, String> key(String name, String type) {
    return Map.of("AttributeName", name, "KeyType", type);
  }
}
