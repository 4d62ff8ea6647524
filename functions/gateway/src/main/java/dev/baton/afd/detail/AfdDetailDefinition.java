package dev.baton.afd.detail;

import dev.baton.afd.command.AfdFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.ExecutionTime;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.command.Labels.Action;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import java.util.List;

/** What callers need to know of {@code afd-detail}. */
final class AfdDetailDefinition {
  private static final int MOST_NAMES = 10;
  private static final FieldType NAME = FieldType.text(1, AfdFields.LONGEST_NAME);

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "afd-detail",
              "Fetches complete catalogue entries of up to ten names and tells whether each is callable.")
          .taking(ExecutionTime.INSTANT)
          .labels(Labels.batch(Action.READ))
          .exposed(Exposure.EVERYWHERE)
          .input(
              Field.required(
                  "command",
                  new FieldType.Either(List.of(NAME, new FieldType.ListOf(NAME, 1, MOST_NAMES))),
                  "A name, or up to ten of them."))
          .output(FieldType.listOf(new FieldType.Anything()))
          .example("One command", JsonObject.builder().put("command", "afd-help").build())
          .example(
              "Two commands",
              JsonObject.builder()
                  .put("command", JsonArray.ofTexts(List.of("afd-help", "afd-docs")))
                  .build())
          .build();

  private AfdDetailDefinition() {}
}
