package dev.baton.key.list;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.key.command.KeyFields;

/** What callers need to know of {@code key-list}. */
final class KeyListDefinition {
  private static final FieldType KEY =
      FieldType.nested(
          KeyFields.KEY_ID,
          KeyFields.SCOPES,
          KeyFields.LABEL,
          KeyFields.CREATED_AT,
          Field.optional(
              "revokedAt", new FieldType.Timestamp(), "When the key was revoked, if it was."),
          Field.required(
              "current", new FieldType.Truth(), "Whether this call was made with this key."));

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "key-list",
              "Lists the API keys of the caller's owner by id, without the secrets themselves.")
          .errors(ErrorCodes.INVALID_CURSOR)
          .labels(Labels.batch(Labels.Action.LIST))
          .exposed(Exposure.EVERYWHERE)
          .input(
              Field.optional("includeRevoked", new FieldType.Truth(), "Revoked keys too.")
                  .orElse(false),
              Field.optional("limit", new FieldType.Whole(1, 200), "Most keys to return.")
                  .orElse(50),
              Field.text("cursor", 4_096, "The nextCursor of the page before."))
          .output(
              Field.required("keys", FieldType.listOf(KEY), "The keys by id."),
              Field.text(
                  "nextCursor", 4_096, "What to send as cursor for more; absent at the end."))
          .example("All keys in use", JsonObject.EMPTY)
          .build();

  private KeyListDefinition() {}
}
