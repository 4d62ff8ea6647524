package dev.baton.local.dynamodb;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;

/**
 * DynamoDB Local's engine, which here also tells when something was written and what each call
 * consumed. The capacity is always measured and shown only to callers who asked for it.
 */
public final class EmbeddedDynamo extends LocalDynamoDBRequestHandler implements AutoCloseable {
  private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

  private final WriteSignal signal = new WriteSignal();
  private final CapacityMeter meter = new CapacityMeter();

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

  /** What all calls consumed. */
  public CapacityMeter meter() {
    return meter;
  }

  @Override
  public PutItemResponse putItem(String key, String region, PutItemRequest request) {
    boolean asked = asked(request.returnConsumedCapacity());
    PutItemResponse response =
        super.putItem(
            key,
            region,
            asked ? request : request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.add("PutItem", response.consumedCapacity());
    signal.raise();
    return asked
        ? response
        : response.toBuilder().consumedCapacity((ConsumedCapacity) null).build();
  }

  @Override
  public UpdateItemResponse updateItem(String key, String region, UpdateItemRequest request) {
    boolean asked = asked(request.returnConsumedCapacity());
    UpdateItemResponse response =
        super.updateItem(
            key,
            region,
            asked ? request : request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.add("UpdateItem", response.consumedCapacity());
    signal.raise();
    return asked
        ? response
        : response.toBuilder().consumedCapacity((ConsumedCapacity) null).build();
  }

  @Override
  public DeleteItemResponse deleteItem(String key, String region, DeleteItemRequest request) {
    boolean asked = asked(request.returnConsumedCapacity());
    DeleteItemResponse response =
        super.deleteItem(
            key,
            region,
            asked ? request : request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.add("DeleteItem", response.consumedCapacity());
    signal.raise();
    return asked
        ? response
        : response.toBuilder().consumedCapacity((ConsumedCapacity) null).build();
  }

  @Override
  public GetItemResponse getItem(String key, String region, GetItemRequest request) {
    boolean asked = asked(request.returnConsumedCapacity());
    GetItemResponse response =
        super.getItem(
            key,
            region,
            asked ? request : request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.add("GetItem", response.consumedCapacity());
    return asked
        ? response
        : response.toBuilder().consumedCapacity((ConsumedCapacity) null).build();
  }

  @Override
  public QueryResponse query(String key, String region, QueryRequest request) {
    boolean asked = asked(request.returnConsumedCapacity());
    QueryResponse response =
        super.query(
            key,
            region,
            asked ? request : request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.add("Query", response.consumedCapacity());
    return asked
        ? response
        : response.toBuilder().consumedCapacity((ConsumedCapacity) null).build();
  }

  @Override
  public ScanResponse scan(String key, String region, ScanRequest request) {
    boolean asked = asked(request.returnConsumedCapacity());
    ScanResponse response =
        super.scan(
            key,
            region,
            asked ? request : request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.add("Scan", response.consumedCapacity());
    return asked
        ? response
        : response.toBuilder().consumedCapacity((ConsumedCapacity) null).build();
  }

  @Override
  public BatchGetItemResponse batchGetItem(String key, String region, BatchGetItemRequest request) {
    boolean asked = asked(request.returnConsumedCapacity());
    BatchGetItemResponse response =
        super.batchGetItem(
            key,
            region,
            asked ? request : request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.addAll("BatchGetItem", response.consumedCapacity());
    return asked ? response : response.toBuilder().consumedCapacity(List.of()).build();
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(
      String key, String region, BatchWriteItemRequest request) {
    boolean asked = asked(request.returnConsumedCapacity());
    BatchWriteItemResponse response =
        super.batchWriteItem(
            key,
            region,
            asked ? request : request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.addAll("BatchWriteItem", response.consumedCapacity());
    signal.raise();
    return asked ? response : response.toBuilder().consumedCapacity(List.of()).build();
  }

  @Override
  public TransactGetItemsResponse transactGetItems(
      String key, String region, TransactGetItemsRequest request) {
    boolean asked = asked(request.returnConsumedCapacity());
    TransactGetItemsResponse response =
        super.transactGetItems(
            key,
            region,
            asked ? request : request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.addAll("TransactGetItems", response.consumedCapacity());
    return asked ? response : response.toBuilder().consumedCapacity(List.of()).build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(
      String key, String region, TransactWriteItemsRequest request) {
    boolean asked = asked(request.returnConsumedCapacity());
    TransactWriteItemsResponse response =
        super.transactWriteItems(
            key,
            region,
            asked ? request : request.toBuilder().returnConsumedCapacity(TOTAL).build());
    meter.addAll("TransactWriteItems", response.consumedCapacity());
    signal.raise();
    return asked ? response : response.toBuilder().consumedCapacity(List.of()).build();
  }

  @Override
  public void close() {
    shutdown();
  }

  private static boolean asked(@Nullable ReturnConsumedCapacity wish) {
    return wish != null && wish != ReturnConsumedCapacity.NONE;
  }
}
