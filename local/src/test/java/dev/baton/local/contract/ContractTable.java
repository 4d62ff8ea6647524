package dev.baton.local.contract;

import dev.baton.shell.dynamo.DynamoTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tables that a test made and may use. */
final class ContractTable {
  private ContractTable() {}

  /** A table, as soon as it is there: where tables are made takes a moment. */
  static DynamoTable ready(DynamoDbClient client, String name) {
    try (var waiter = client.waiter()) {
      waiter.waitUntilTableExists(describe -> describe.tableName(name));
    }
    return new DynamoTable(client, name);
  }
}
