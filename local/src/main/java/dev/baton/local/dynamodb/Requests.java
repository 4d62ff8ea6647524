package dev.baton.local.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;

/** Requests that are needed in more than one place. */
final class Requests {
  private Requests() {}

  static DescribeTableRequest describeTable(String table) {
    return DescribeTableRequest.builder().tableName(table).build();
  }
}
