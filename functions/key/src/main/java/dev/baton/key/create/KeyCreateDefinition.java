package dev.baton.key.create;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.key.command.KeyFields;
import java.util.List;

/** What callers need to know of {@code key-create}. */
final class KeyCreateDefinition {
  private static final String RATE = "0|[0-9]{1,9}/P[0-9A-Z.]{1,30}/[0-9]{1,9}";
  private static final FieldType PATTERN =
      FieldType.text(1, 66, "\\*|[a-z][a-z0-9]*:[a-z]+|[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*(-\\*)?");

  static final CommandDefinition DEFINITION =
      CommandDefinition.changing(
              "key-create",
              "Creates a further API key for the same owner with the given scopes and returns its secret text once.")
          .errors(ErrorCodes.QUOTA_EXCEEDED)
          .labels(Labels.single(Labels.Action.CREATE))
          .exposed(new Exposure(true, false, false, true))
          .input(
              Field.required(
                  "scopes",
                  new FieldType.ListOf(PATTERN, 1, 50),
                  "Commands that it may call: names, categories such as chat-*, or * for all."),
              Field.text("label", 100, "What it is for."),
              rate("rateHandoff", "Rate of commands that hand off"),
              rate("rateWrite", "Rate of other commands that change something"),
              rate("rateRead", "Rate of commands that change nothing"))
          .output(
              Field.required("key", new FieldType.FreeText(), "The key; it is never shown again."),
              KeyFields.KEY_ID,
              KeyFields.SCOPES,
              KeyFields.LABEL,
              KeyFields.CREATED_AT)
          .example(
              "A key for a chat client",
              JsonObject.builder()
                  .put("scopes", JsonArray.ofTexts(List.of("chat-*")))
                  .put("label", "Web client")
                  .build())
          .undoneBy("key-revoke")
          .build();

  private KeyCreateDefinition() {}

  private static Field rate(String name, String what) {
    return Field.optional(
        name,
        FieldType.text(1, 51, RATE),
        what + " instead of the configured one, as calls/duration/burst; 0 for no limit.");
  }
}
