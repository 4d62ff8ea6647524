package dev.baton.core.lint;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.CommandDefinitionBuilder;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.HandoffDefinition;
import dev.baton.core.command.Labels;
import dev.baton.core.command.Protocol;
import dev.baton.core.handoff.HandoffShape;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A domain without any fault, to which tests give one fault each. */
final class Toys {
  static final String SESSION = "ses_4kq0Zt1mB7cX2vNn8aYwPg";
  static final HandoffDefinition LIVE =
      new HandoffDefinition(
          Protocol.WEBSOCKET, List.of(), true, "toy-poll", false, List.of("text", "history"));

  private final Map<String, CommandDefinition> commands = new LinkedHashMap<>();

  private Toys() {}

  static List<CommandDefinition> good() {
    return List.copyOf(domain().commands.values());
  }

  /** The domain with one command changed. */
  static List<CommandDefinition> with(String name, UnaryOperator<CommandDefinition> change) {
    Toys toys = domain();
    toys.commands.put(name, change.apply(command(name)));
    return List.copyOf(toys.commands.values());
  }

  /** The domain without one command. */
  static List<CommandDefinition> without(String name) {
    Toys toys = domain();
    toys.commands.remove(name);
    return List.copyOf(toys.commands.values());
  }

  static CommandDefinition command(String name) {
    return domain().commands.getOrDefault(name, start());
  }

  private static Toys domain() {
    Toys toys = new Toys();
    for (CommandDefinition command : List.of(start(), status(), end(), reconnect(), poll())) {
      toys.commands.put(command.name(), command);
    }
    return toys;
  }

  private static CommandDefinition start() {
    return CommandDefinition.changing(
            "toy-connect", "Connects the caller to a shelf of toys, live.")
        .labels(Labels.single(Labels.Action.CREATE))
        .exposed(Exposure.EVERYWHERE)
        .input(Field.requiredText("shelf", 20, "The shelf."))
        .output(HandoffShape.SHAPE)
        .example("Join", JsonObject.builder().put("shelf", "top").build())
        .handoff(LIVE)
        .undoneBy("toy-disconnect")
        .build();
  }

  private static CommandDefinition status() {
    return later(
            CommandDefinition.reading(
                "toy-status", "Returns deadlines and counters of one play without changing it."),
            Field.text("details", 20, "What else to say."))
        .errors(ErrorCodes.SESSION_NOT_FOUND)
        .build();
  }

  private static CommandDefinition end() {
    return later(
            CommandDefinition.changing("toy-disconnect", "Stops playing for good and tidies up."),
            Field.text("reason", 20, "Why."))
        .errors(ErrorCodes.SESSION_NOT_FOUND)
        .repeatable()
        .build();
  }

  private static CommandDefinition reconnect() {
    return later(
            CommandDefinition.changing(
                "toy-reconnect", "Restarts a dropped connection with another token."),
            Field.text("lastToyId", 20, "The last toy seen."))
        .errors(
            ErrorCodes.SESSION_NOT_FOUND,
            ErrorCodes.SESSION_CLOSED,
            ErrorCodes.SESSION_EXPIRED,
            ErrorCodes.MAX_RECONNECTS)
        .output(HandoffShape.SHAPE)
        .handoff(LIVE)
        .build();
  }

  private static CommandDefinition poll() {
    return CommandDefinition.reading(
            "toy-poll", "Fetches what happened after a cursor, for those without a socket.")
        .labels(Labels.batch(Labels.Action.READ).forAgents())
        .exposed(Exposure.EVERYWHERE)
        .input(
            Field.requiredText("shelf", 20, "The shelf."),
            Field.optional("limit", new FieldType.Whole(1, 100), "Most toys.").orElse(50))
        .output(Field.required("toys", FieldType.listOf(new FieldType.FreeText()), "The toys."))
        .example("All", JsonObject.builder().put("shelf", "top").build())
        .build();
  }

  private static CommandDefinitionBuilder later(CommandDefinitionBuilder command, Field second) {
    return command
        .labels(Labels.single(Labels.Action.UPDATE))
        .exposed(Exposure.EVERYWHERE)
        .input(Field.required("sessionId", HandoffShape.SESSION_ID, "The play."), second)
        .output(Field.required("state", new FieldType.FreeText(), "The state."))
        .example("One", JsonObject.builder().put("sessionId", SESSION).build())
        .requires("toy-connect");
  }
}
