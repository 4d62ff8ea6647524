package dev.baton.local.dynamodb;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/** DynamoDB Local's engine, which here also tells when something was written. */
public final class EmbeddedDynamo extends LocalDynamoDBRequestHandler implements AutoCloseable {
  private final WriteSignal signal = new WriteSignal();

  /**
   * An engine.
   *
   * @param directory where tables and streams are kept, or null for memory only
   */
  public EmbeddedDynamo(@Nullable Path directory) {
    super(0, directory == null, directory == null ? null : directory.toString(), true);
  }

  /** Rises with every write. */
  public WriteSignal signal() {
    return signal;
  }

  @Override
  public PutItemResponse putItem(String key, String region, PutItemRequest request) {
    return written(super.putItem(key, region, request));
  }

  @Override
  public UpdateItemResponse updateItem(String key, String region, UpdateItemRequest request) {
    return written(super.updateItem(key, region, request));
  }

  @Override
  public DeleteItemResponse deleteItem(String key, String region, DeleteItemRequest request) {
    return written(super.deleteItem(key, region, request));
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(
      String key, String region, BatchWriteItemRequest request) {
    return written(super.batchWriteItem(key, region, request));
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(
      String key, String region, TransactWriteItemsRequest request) {
    return written(super.transactWriteItems(key, region, request));
  }

  @Override
  public void close() {
    shutdown();
  }

  private <T> T written(T response) {
    signal.raise();
    return response;
  }
}
