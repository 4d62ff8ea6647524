package dev.baton.bench.capacity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The size of an item as DynamoDB counts it. Source: Amazon DynamoDB developer guide, "DynamoDB
 * item sizes and formats".
 */
final class ItemSize {
  private static final int UNIT = 1_024;
  private static final int COLLECTION = 3;

  private ItemSize() {}

  /** Write units of one item, not in a transaction. */
  static int writeUnits(Map<String, AttributeValue> item) {
    return Math.max(1, Math.ceilDiv(bytes(item), UNIT));
  }

  private static int bytes(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(entry -> length(entry.getKey()) + bytes(entry.getValue()))
        .sum();
  }

  private static int bytes(AttributeValue value) {
    return switch (value.type()) {
      case S -> length(value.s());
      case N -> length(value.n()) / 2 + 1;
      case B -> value.b().asByteArrayUnsafe().length;
      case M -> COLLECTION + value.m().size() + bytes(value.m());
      case L -> COLLECTION + value.l().stream().mapToInt(element -> 1 + bytes(element)).sum();
      case SS -> value.ss().stream().mapToInt(ItemSize::length).sum();
      case NS -> value.ns().stream().mapToInt(number -> length(number) / 2 + 1).sum();
      case BS -> value.bs().stream().mapToInt(bytes -> bytes.asByteArrayUnsafe().length).sum();
      case BOOL, NUL, UNKNOWN_TO_SDK_VERSION -> 1;
    };
  }

  private static int length(String text) {
    return text.getBytes(UTF_8).length;
  }
}
