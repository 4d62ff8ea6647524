package dev.baton.bench.capacity;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Asks DynamoDB for the consumed capacity of every call and adds it to the {@link CapacityMeter}.
 * The SDK finds it by its global interceptor file, so the functions that are measured are the ones
 * that are deployed.
 */
public final class CapacityInterceptor implements ExecutionInterceptor {

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
    return switch (context.request()) {
      case GetItemRequest get -> get.copy(copy -> copy.returnConsumedCapacity(total));
      case PutItemRequest put -> put.copy(copy -> copy.returnConsumedCapacity(total));
      case UpdateItemRequest update -> update.copy(copy -> copy.returnConsumedCapacity(total));
      case DeleteItemRequest delete -> delete.copy(copy -> copy.returnConsumedCapacity(total));
      case QueryRequest query -> query.copy(copy -> copy.returnConsumedCapacity(total));
      case TransactWriteItemsRequest transaction ->
          transaction.copy(copy -> copy.returnConsumedCapacity(total));
      case SdkRequest other -> other;
    };
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    SdkResponse response = context.response();
    switch (context.request()) {
      case GetItemRequest get ->
          read(kind(get.key()), ((GetItemResponse) response).consumedCapacity());
      case QueryRequest query -> read("query", ((QueryResponse) response).consumedCapacity());
      case PutItemRequest put ->
          write(kind(put.item()), ((PutItemResponse) response).consumedCapacity());
      case UpdateItemRequest update ->
          write(kind(update.key()), ((UpdateItemResponse) response).consumedCapacity());
      case DeleteItemRequest delete ->
          write(kind(delete.key()), ((DeleteItemResponse) response).consumedCapacity());
      case TransactWriteItemsRequest transaction ->
          transaction(
              transaction.transactItems(),
              ((TransactWriteItemsResponse) response).consumedCapacity());
      case SdkRequest other -> {}
    }
  }

  private static void read(String kind, ConsumedCapacity capacity) {
    CapacityMeter.add(kind, new Consumption(1, 0, capacity.capacityUnits(), 0));
  }

  private static void write(String kind, ConsumedCapacity capacity) {
    CapacityMeter.add(kind, new Consumption(0, 1, 0, capacity.capacityUnits()));
  }

  /**
   * The units of a transaction are reported for the whole; they are booked under the name of all
   * its kinds. DynamoDB Local reports too few where several items are written, so AWS's rule is the
   * least: for each item two units for each kilobyte begun.
   */
  private static void transaction(
      List<TransactWriteItem> items, List<ConsumedCapacity> capacities) {
    StringBuilder kinds = new StringBuilder();
    double least = 0;
    for (TransactWriteItem item : items) {
      least += 2.0 * (item.put() == null ? 1 : ItemSize.writeUnits(item.put().item()));
      String kind = kind(item);
      kinds.append(kinds.isEmpty() ? "" : "+").append(kind);
      CapacityMeter.add(kind, new Consumption(0, 1, 0, 0));
    }
    double reported = capacities.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
    CapacityMeter.add("transaction " + kinds, new Consumption(0, 0, 0, Math.max(reported, least)));
  }

  private static String kind(TransactWriteItem item) {
    if (item.put() != null) {
      return kind(item.put().item());
    }
    if (item.update() != null) {
      return kind(item.update().key());
    }
    return item.delete() != null ? kind(item.delete().key()) : "check";
  }

  private static String kind(Map<String, AttributeValue> key) {
    AttributeValue sortKey = key.get("sk");
    String text = sortKey == null || sortKey.s() == null ? "unknown" : sortKey.s();
    int end = text.indexOf('#');
    return end < 0 ? text : text.substring(0, end);
  }
}
