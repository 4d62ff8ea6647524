package dev.baton.afd.help;

import dev.baton.afd.command.AfdFields;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.ExecutionTime;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.Labels;
import dev.baton.core.command.Labels.Action;
import dev.baton.core.json.JsonObject;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import java.util.List;

/** What callers need to know of {@code afd-help}. */
final class AfdHelpDefinition {
  private static final FieldType TEXT = new FieldType.FreeText();
  private static final Field[] ABOUT = {
    Field.required("name", TEXT, "The command's name."),
    Field.required("description", TEXT, "What it does."),
    Field.required("category", TEXT, "What it belongs to."),
    Field.optional("handoff", new FieldType.Truth(), "Whether it hands off."),
    Field.optional("handoffProtocol", TEXT, "The protocol it hands off to."),
    Field.optional("fallbackCommand", TEXT, "The command for callers who cannot speak it."),
    Field.optional("requires", FieldType.listOf(TEXT), "The commands that must come before."),
    Field.optional("tags", FieldType.listOf(TEXT), "Its tags; in full format."),
    Field.optional(
        "mutation", new FieldType.Truth(), "Whether it changes something; in full format."),
    Field.optional(
        "examples",
        FieldType.listOf(
            Field.required("title", TEXT, "What it shows."),
            Field.required("input", new FieldType.Anything(), "The input.")),
        "Calls that show what it is for; in full format.")
  };

  static final CommandDefinition DEFINITION =
      CommandDefinition.reading(
              "afd-help",
              "Lists the commands that the caller may use here, with handoffs and their fallbacks, grouped by category.")
          .taking(ExecutionTime.INSTANT)
          .labels(Labels.batch(Action.LIST).forAgents())
          .exposed(Exposure.EVERYWHERE)
          .input(
              Field.text("filter", 64, "Only commands with this in their name, category or a tag."),
              Field.choice("format", List.of("brief", "full"), "How much to say of each.")
                  .orElse("brief"),
              Field.optional("tags", AfdFields.WORDS, "Only commands with all of these tags."),
              Field.optional("excludeTags", AfdFields.WORDS, "No commands with one of these tags."),
              Field.optional(
                  "handoffCapabilities",
                  AfdFields.WORDS,
                  "The protocols the caller speaks; handoffs over others are left out."))
          .output(
              Field.required("commands", FieldType.listOf(ABOUT), "The commands found, by name."),
              Field.required("total", FieldType.count(), "How many the caller may use."),
              Field.required("filtered", FieldType.count(), "How many were found."),
              Field.required(
                  "groupedByCategory",
                  new FieldType.MapOf(FieldType.listOf(new FieldType.FreeText())),
                  "The names found, by category."))
          .example("All commands", JsonObject.EMPTY)
          .example("Commands for agents", JsonObject.builder().put("filter", "agent").build())
          .build();

  private AfdHelpDefinition() {}
}
