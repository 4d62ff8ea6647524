package dev.baton.gateway.core.pipeline;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.gateway.core.call.RunningTools;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a pipeline and holds their references to the steps before them. */
final class StepReading {
  private static final String ALIAS = "[A-Za-z_][A-Za-z0-9_-]{0,63}";

  private final Set<String> aliases = new HashSet<>();

  private StepReading() {}

  static List<PipelineStep> of(List<Json> steps, int most) throws PipelineFault {
    if (steps.isEmpty() || steps.size() > most) {
      throw new PipelineFault(
          "A pipeline has 1 to " + most + " steps, this one has " + steps.size() + ".",
          "Send several pipelines of at most " + most + " steps.");
    }
    StepReading reading = new StepReading();
    List<PipelineStep> read = new ArrayList<>();
    for (Json step : steps) {
      read.add(reading.step(read.size(), step));
    }
    return List.copyOf(read);
  }

  private PipelineStep step(int index, Json json) throws PipelineFault {
    JsonObject step = json instanceof JsonObject object ? object : JsonObject.EMPTY;
    Json given = step.get("input");
    Json input = given == null ? JsonObject.EMPTY : given;
    Json when = step.get("when");
    Condition condition = when == null ? null : ConditionReading.of(when, index);
    check(index, input);
    for (Json template : Condition.templates(condition)) {
      check(index, template);
    }
    String alias = text(index, step, "as");
    if (alias != null) {
      name(index, alias);
    }
    return new PipelineStep(
        index, command(index, step), input, alias, condition, text(index, step, "idempotencyKey"));
  }

  private static String command(int index, JsonObject step) throws PipelineFault {
    String command = step.text("command");
    if (command == null || command.isEmpty()) {
      throw new PipelineFault(
          "Step " + index + " names no command.",
          "Send {\"command\":\"<name>\",\"input\":{...}} for every step.");
    }
    if (RunningTools.NAMES.contains(command)) {
      throw new PipelineFault(
          "Step " + index + " calls " + command + ", which runs commands itself.",
          "Put the commands themselves into the pipeline.");
    }
    return command;
  }

  private static @Nullable String text(int index, JsonObject step, String name)
      throws PipelineFault {
    Json value = step.get(name);
    if (value == null || value instanceof JsonText) {
      return step.text(name);
    }
    throw new PipelineFault("'" + name + "' of step " + index + " is no text.", "Send a text.");
  }

  private void name(int index, String alias) throws PipelineFault {
    if (!alias.matches(ALIAS)) {
      throw new PipelineFault(
          "The alias of step " + index + " is not made of letters, digits, _ and -.",
          "Begin it with a letter; at most 64 characters.");
    }
    if (!aliases.add(alias)) {
      throw new PipelineFault(
          "Two steps have the alias '" + alias + "'.", "Give every step an alias of its own.");
    }
  }

  private void check(int index, Json template) throws PipelineFault {
    switch (template) {
      case JsonText(String text) -> check(index, text);
      case JsonObject(List<JsonObject.Member> members) -> {
        for (JsonObject.Member member : members) {
          check(index, member.value());
        }
      }
      case JsonArray(List<Json> elements) -> {
        for (Json element : elements) {
          check(index, element);
        }
      }
      case Json other -> {}
    }
  }

  private void check(int index, String text) throws PipelineFault {
    Reference reference = Reference.of(text);
    if (reference == null) {
      if (Reference.isBroken(text)) {
        throw wrong(index, "is malformed");
      }
      return;
    }
    if (reference.root() instanceof Reference.At(int target) && target >= index) {
      throw wrong(index, "points to a step that does not come before it");
    }
    if (reference.root() instanceof Reference.Named(String alias) && !aliases.contains(alias)) {
      throw wrong(index, "names an alias that no step before it has");
    }
  }

  private static PipelineFault wrong(int index, String what) {
    return new PipelineFault(
        "A reference of step " + index + " " + what + ".",
        "Use $prev, $first, $input, $steps[n] or $steps.alias of an earlier step, each with a path"
            + " like .a.b[0]; a text that begins with $ is written $$.");
  }
}
