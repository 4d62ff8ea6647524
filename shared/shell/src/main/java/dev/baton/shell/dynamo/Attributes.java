package dev.baton.shell.dynamo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The attributes of one item, read as plain values. An attribute that is absent or of another type
 * reads as null.
 */
public final class Attributes {
  private final Map<String, AttributeValue> item;

  private Attributes(Map<String, AttributeValue> item) {
    this.item = item;
  }

  /** The attributes of an item. */
  public static Attributes of(Map<String, AttributeValue> item) {
    return new Attributes(item);
  }

  /** The text of an attribute, or null. */
  public @Nullable String text(String name) {
    AttributeValue value = item.get(name);
    return value == null ? null : value.s();
  }

  /**
   * The text of an attribute that every item of its kind has.
   *
   * @throws IllegalStateException when it is missing: stored data is broken
   */
  public String requiredText(String name) {
    return present(name, text(name));
  }

  /** The integer of an attribute, or null. */
  public @Nullable Long number(String name) {
    AttributeValue value = item.get(name);
    String digits = value == null ? null : value.n();
    return digits == null ? null : Long.valueOf(digits);
  }

  /**
   * The integer of an attribute that every item of its kind has.
   *
   * @throws IllegalStateException when it is missing: stored data is broken
   */
  public long requiredNumber(String name) {
    return present(name, number(name));
  }

  /** The truth value of an attribute, or the fallback. */
  public boolean truth(String name, boolean fallback) {
    AttributeValue value = item.get(name);
    Boolean truth = value == null ? null : value.bool();
    return truth == null ? fallback : truth;
  }

  /** The texts of a list; empty when it is absent. */
  public List<String> texts(String name) {
    AttributeValue value = item.get(name);
    return value == null || !value.hasL()
        ? List.of()
        : value.l().stream().map(AttributeValue::s).toList();
  }

  /** The bytes of an attribute; empty when it is absent. */
  public byte[] bytes(String name) {
    AttributeValue value = item.get(name);
    return value == null || value.b() == null ? new byte[0] : value.b().asByteArray();
  }

  /** The item itself. */
  public Map<String, AttributeValue> item() {
    return item;
  }

  private static <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("A stored item lacks the attribute '" + name + "'.");
    }
    return value;
  }
}
