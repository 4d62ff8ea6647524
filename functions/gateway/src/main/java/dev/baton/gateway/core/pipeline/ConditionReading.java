package dev.baton.gateway.core.pipeline;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.ArrayList;
import java.util.List;

/** Reads a condition; what is wrong with it is a {@link PipelineFault}. */
final class ConditionReading {
  private static final int DEEPEST = 8;

  private ConditionReading() {}

  static Condition of(Json json, int step) throws PipelineFault {
    return read(json, step, 1);
  }

  private static Condition read(Json json, int step, int depth) throws PipelineFault {
    if (depth > DEEPEST) {
      throw wrong(step, "is nested more than " + DEEPEST + " levels deep");
    }
    if (!(json instanceof JsonObject(List<JsonObject.Member> members)) || members.size() != 1) {
      throw wrong(step, "is not an object with exactly one operator");
    }
    JsonObject.Member only = members.getFirst();
    return switch (only.name()) {
      case "$exists" -> new Condition.Exists(reference(only.value(), step));
      case "$and" -> new Condition.All(all(only.value(), step, depth));
      case "$or" -> new Condition.Any(all(only.value(), step, depth));
      case "$not" -> new Condition.Not(read(only.value(), step, depth + 1));
      default -> comparison(only, step);
    };
  }

  private static Condition comparison(JsonObject.Member only, int step) throws PipelineFault {
    Comparison comparison = Comparison.of(only.name());
    if (comparison == null) {
      throw wrong(step, "has an unknown operator");
    }
    if (only.value() instanceof JsonArray(List<Json> operands) && operands.size() == 2) {
      return new Condition.Compares(
          reference(operands.getFirst(), step), comparison, operands.getLast());
    }
    throw wrong(step, "compares something else than [reference, value]");
  }

  private static List<Condition> all(Json json, int step, int depth) throws PipelineFault {
    if (!(json instanceof JsonArray(List<Json> elements)) || elements.isEmpty()) {
      throw wrong(step, "joins something else than a list of conditions");
    }
    List<Condition> conditions = new ArrayList<>();
    for (Json element : elements) {
      conditions.add(read(element, step, depth + 1));
    }
    return List.copyOf(conditions);
  }

  private static String reference(Json json, int step) throws PipelineFault {
    if (json instanceof JsonText(String text) && Reference.of(text) != null) {
      return text;
    }
    throw wrong(step, "looks at something that is no reference");
  }

  private static PipelineFault wrong(int step, String what) {
    return new PipelineFault(
        "The condition of step " + step + " " + what + ".",
        "Use one of $exists: reference, $eq $ne $gt $gte $lt $lte: [reference, value],"
            + " $and $or: [conditions], $not: condition.");
  }
}
