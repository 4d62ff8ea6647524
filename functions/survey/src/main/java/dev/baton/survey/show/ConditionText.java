package dev.baton.survey.show;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.logic.Condition;
import dev.baton.survey.core.logic.Operand;
import dev.baton.survey.core.logic.Operator;
import java.util.List;

/** A compiled condition in the author's grammar; choices stand as their labels. */
final class ConditionText {
  private ConditionText() {}

  static JsonObject of(Condition condition) {
    return switch (condition) {
      case Condition.Always always -> condition("always", List.of());
      case Condition.All(List<Condition> parts) -> condition("and", all(parts));
      case Condition.Any(List<Condition> parts) -> condition("or", all(parts));
      case Condition.Comparison(Operator operator, Operand left, Operand right) ->
          condition(operator.word(), List.of(operand(left), operand(right)));
    };
  }

  static JsonObject operand(Operand operand) {
    return switch (operand) {
      case Operand.Field field -> operand("field", Json.of(field.ref()));
      case Operand.Hidden(String name) -> operand("hidden", Json.of(name));
      case Operand.Variable(String name) -> operand("variable", Json.of(name));
      case Operand.Constant(Json value) -> operand("constant", value);
      case Operand.Inserted inserted -> operand("constant", inserted.value().source());
    };
  }

  private static List<JsonObject> all(List<Condition> parts) {
    return parts.stream().map(ConditionText::of).toList();
  }

  private static JsonObject condition(String operator, List<JsonObject> vars) {
    return JsonObject.builder()
        .put("op", operator)
        .put("vars", new JsonArray(List.copyOf(vars)))
        .build();
  }

  private static JsonObject operand(String type, Json value) {
    return JsonObject.builder().put("type", type).put("value", value).build();
  }
}
