package dev.baton.key.revoke;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.key.command.KeyFields;

/** What callers need to know of {@code key-revoke}. */
final class KeyRevokeDefinition {

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "key-revoke",
              "Removes the rights of one API key for ever and ends all sessions that were made with it.")
          .repeatable()
          .destructive("Revoke this key? Whoever uses it loses access within a minute.")
          .errors(ErrorCodes.NOT_FOUND)
          .labels(Labels.single(Labels.Action.DELETE))
          .exposed(new Exposure(true, false, false, true))
          .input(KeyFields.KEY_ID)
          .output(
              KeyFields.KEY_ID,
              Field.required("revokedAt", new FieldType.Timestamp(), "When the key was revoked."),
              Field.required(
                  "alreadyRevoked", new FieldType.Truth(), "Whether it was revoked before."),
              Field.required(
                  "sessionsEnded", FieldType.count(), "Live sessions that this call ended."))
          .example(
              "A key that leaked", JsonObject.builder().put("keyId", "key_4kq0Zt1mB7cX").build())
          .build();

  private KeyRevokeDefinition() {}
}
