package dev.baton.key.command;

import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.time.UtcText;
import dev.baton.shell.access.ApiKey;

/** The fields of keys, as commands take and answer them. */
public final class KeyFields {
  /** The public name of a key. */
  public static final Field KEY_ID =
      Field.required(
          "keyId",
          FieldType.text(1, 64, "[A-Za-z0-9_.-]+"),
          "Public name of the key; no secret, and of no use without the key.");

  /** What a key may call. */
  public static final Field SCOPES =
      Field.required(
          "scopes",
          FieldType.listOf(new FieldType.FreeText()),
          "Command patterns that the key covers.");

  /** What the owner calls the key. */
  public static final Field LABEL =
      Field.optional("label", new FieldType.FreeText(), "What the key is for, as its owner said.");

  /** When a key was made. */
  public static final Field CREATED_AT =
      Field.required("createdAt", new FieldType.Timestamp(), "When the key was made.");

  private KeyFields() {}

  /** The fields of a key that every answer has. */
  public static JsonObject.Builder describe(ApiKey key) {
    return JsonObject.builder()
        .put("keyId", key.keyId())
        .put("scopes", JsonArray.ofTexts(key.scopes().patterns()))
        .putIfPresent("label", key.label())
        .put("createdAt", UtcText.write(key.createdAt()));
  }
}
