package dev.baton.shell.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item under construction, its key {@code pk} and {@code sk}. Absent values are not written. */
public final class NewItem {
  private final Map<String, AttributeValue> values = new HashMap<>();

  private NewItem() {}

  /** An item that has its key. */
  public static NewItem of(String pk, String sk) {
    return new NewItem().put("pk", pk).put("sk", sk);
  }

  /** Sets a text. */
  public NewItem put(String name, @Nullable String value) {
    if (value != null) {
      values.put(name, AttributeValue.fromS(wellFormed(value)));
    }
    return this;
  }

  /** Sets an integer. */
  public NewItem put(String name, @Nullable Long value) {
    if (value != null) {
      values.put(name, AttributeValue.fromN(Long.toString(value)));
    }
    return this;
  }

  /** Sets a truth value. */
  public NewItem put(String name, @Nullable Boolean value) {
    if (value != null) {
      values.put(name, AttributeValue.fromBool(value));
    }
    return this;
  }

  /** Sets bytes. */
  public NewItem put(String name, byte[] value) {
    values.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
    return this;
  }

  /** Sets a list of texts. */
  public NewItem put(String name, List<String> value) {
    values.put(
        name,
        AttributeValue.fromL(
            value.stream().map(text -> AttributeValue.fromS(wellFormed(text))).toList()));
    return this;
  }

  /** The item. */
  public Map<String, AttributeValue> item() {
    return values;
  }

  // The database takes only UTF-8; what a person typed may hold half a character.
  private static String wellFormed(String value) {
    return UTF_8.newEncoder().canEncode(value) ? value : new String(value.getBytes(UTF_8), UTF_8);
  }
}
