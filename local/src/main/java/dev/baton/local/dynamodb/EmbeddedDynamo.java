package dev.baton.local.dynamodb;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/** DynamoDB Local's engine, which here also tells when something was written to a table. */
public final class EmbeddedDynamo extends LocalDynamoDBRequestHandler implements AutoCloseable {
  private final Map<String, WriteSignal> signals = new ConcurrentHashMap<>();

  /**
   * An engine.
   *
   * @param directory where tables and streams are kept, or null for memory only
   */
  public EmbeddedDynamo(@Nullable Path directory) {
    super(0, directory == null, directory == null ? null : directory.toString(), true);
  }

  /**
   * Rises with every write to a table. One for each, because DynamoDB Local keeps the records of
   * all streams together: a look at a stream that has nothing new costs the more the more others
   * wrote.
   */
  public WriteSignal signal(String table) {
    return signals.computeIfAbsent(table, name -> new WriteSignal());
  }

  @Override
  public PutItemResponse putItem(String key, String region, PutItemRequest request) {
    return written(super.putItem(key, region, request), Set.of(request.tableName()));
  }

  @Override
  public UpdateItemResponse updateItem(String key, String region, UpdateItemRequest request) {
    return written(super.updateItem(key, region, request), Set.of(request.tableName()));
  }

  @Override
  public DeleteItemResponse deleteItem(String key, String region, DeleteItemRequest request) {
    return written(super.deleteItem(key, region, request), Set.of(request.tableName()));
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(
      String key, String region, BatchWriteItemRequest request) {
    return written(super.batchWriteItem(key, region, request), request.requestItems().keySet());
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(
      String key, String region, TransactWriteItemsRequest request) {
    return written(super.transactWriteItems(key, region, request), tables(request));
  }

  @Override
  public void close() {
    shutdown();
  }

  /** The response comes first: it refuses requests that name no table. */
  private <T> T written(T response, Set<String> tables) {
    tables.forEach(table -> signal(table).raise());
    return response;
  }

  private static Set<String> tables(TransactWriteItemsRequest request) {
    return request.transactItems().stream()
        .flatMap(EmbeddedDynamo::table)
        .collect(Collectors.toSet());
  }

  private static Stream<String> table(TransactWriteItem item) {
    if (item.put() != null) {
      return Stream.of(item.put().tableName());
    }
    if (item.update() != null) {
      return Stream.of(item.update().tableName());
    }
    return item.delete() == null ? Stream.empty() : Stream.of(item.delete().tableName());
  }
}
