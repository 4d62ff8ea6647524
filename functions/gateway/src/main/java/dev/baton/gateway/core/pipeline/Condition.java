package dev.baton.gateway.core.pipeline;

import dev.baton.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a step runs. Source: command specification, section 3.7. */
public sealed interface Condition {

  /** The reference stands for something. */
  record Exists(String reference) implements Condition {}

  /** What the reference stands for compares so to the value. */
  record Compares(String reference, Comparison comparison, Json value) implements Condition {}

  /** All of them hold. */
  record All(List<Condition> conditions) implements Condition {}

  /** One of them holds. */
  record Any(List<Condition> conditions) implements Condition {}

  /** It does not hold. */
  record Not(Condition condition) implements Condition {}

  /** Whether it holds; a comparison with a reference that stands for nothing never does. */
  static boolean holds(Condition condition, Known known) {
    return switch (condition) {
      case Exists(String reference) -> known.fill(Json.of(reference)) != null;
      case Compares(String reference, Comparison comparison, Json value) ->
          comparison.holds(known.fill(Json.of(reference)), known.fill(value));
      case All(List<Condition> all) -> all.stream().allMatch(each -> holds(each, known));
      case Any(List<Condition> any) -> any.stream().anyMatch(each -> holds(each, known));
      case Not(Condition inner) -> !holds(inner, known);
    };
  }

  /** All texts in it that may be references. */
  static List<Json> templates(@Nullable Condition condition) {
    return switch (condition) {
      case null -> List.of();
      case Exists(String reference) -> List.of(Json.of(reference));
      case Compares(String reference, Comparison comparison, Json value) ->
          List.of(Json.of(reference), value);
      case All(List<Condition> all) -> templates(all);
      case Any(List<Condition> any) -> templates(any);
      case Not(Condition inner) -> templates(inner);
    };
  }

  private static List<Json> templates(List<Condition> conditions) {
    List<Json> all = new ArrayList<>();
    conditions.forEach(condition -> all.addAll(templates(condition)));
    return all;
  }
}
