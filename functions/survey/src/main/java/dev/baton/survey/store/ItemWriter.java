package dev.baton.survey.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item under construction. Absent values are not written. */
final class ItemWriter {
  private final Map<String, AttributeValue> values = new HashMap<>();

  private ItemWriter() {}

  /** The key of an item. */
  static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of(Columns.PK, AttributeValue.fromS(pk), Columns.SK, AttributeValue.fromS(sk));
  }

  /** An item that has its key. */
  static ItemWriter of(String pk, String sk) {
    return new ItemWriter().put(Columns.PK, pk).put(Columns.SK, sk);
  }

  ItemWriter put(String name, @Nullable String value) {
    if (value != null) {
      values.put(name, AttributeValue.fromS(wellFormed(value)));
    }
    return this;
  }

  ItemWriter put(String name, @Nullable Long value) {
    if (value != null) {
      values.put(name, AttributeValue.fromN(Long.toString(value)));
    }
    return this;
  }

  ItemWriter put(String name, boolean value) {
    values.put(name, AttributeValue.fromBool(value));
    return this;
  }

  ItemWriter put(String name, AttributeValue value) {
    values.put(name, value);
    return this;
  }

  Map<String, AttributeValue> item() {
    return values;
  }

  // The database takes only UTF-8; what a person typed may hold half a character.
  private static String wellFormed(String value) {
    return UTF_8.newEncoder().canEncode(value) ? value : new String(value.getBytes(UTF_8), UTF_8);
  }
}
