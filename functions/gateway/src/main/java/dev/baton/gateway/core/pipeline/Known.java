package dev.baton.gateway.core.pipeline;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What references can stand for before a step: the pipeline's own input and the data of the steps
 * that succeeded.
 *
 * @param input the request's input
 * @param steps all steps of the request
 * @param outcomes what became of the steps so far
 */
record Known(Json input, List<PipelineStep> steps, List<StepOutcome> outcomes) {

  /** What a reference stands for, or null when there is nothing. */
  @Nullable Json resolve(Reference reference) {
    return reference.within(
        switch (reference.root()) {
          case Reference.Input root -> input;
          case Reference.Previous root -> previous();
          case Reference.First root -> first();
          case Reference.At(int index) -> data(index);
          case Reference.Named(String alias) -> data(position(alias));
        });
  }

  /** A value with its references replaced; null when it is itself one that stands for nothing. */
  @Nullable Json fill(Json template) {
    return switch (template) {
      case JsonText(String text) -> fill(text);
      case JsonObject(List<JsonObject.Member> members) -> {
        JsonObject.Builder filled = JsonObject.builder();
        members.forEach(member -> filled.putIfPresent(member.name(), fill(member.value())));
        yield filled.build();
      }
      case JsonArray(List<Json> elements) -> {
        List<Json> filled = new ArrayList<>();
        for (Json element : elements) {
          Json value = fill(element);
          if (value != null) {
            filled.add(value);
          }
        }
        yield new JsonArray(filled);
      }
      case Json other -> other;
    };
  }

  private @Nullable Json fill(String text) {
    if (text.startsWith("$$")) {
      return Json.of(text.substring(1));
    }
    Reference reference = Reference.of(text);
    return reference == null ? Json.of(text) : resolve(reference);
  }

  private @Nullable Json first() {
    for (StepOutcome outcome : outcomes) {
      if (outcome instanceof StepOutcome.Succeeded success) {
        return success.result().data();
      }
    }
    return null;
  }

  private @Nullable Json previous() {
    for (StepOutcome outcome : outcomes.reversed()) {
      if (outcome instanceof StepOutcome.Succeeded success) {
        return success.result().data();
      }
    }
    return null;
  }

  private @Nullable Json data(int index) {
    return index >= 0
            && index < outcomes.size()
            && outcomes.get(index) instanceof StepOutcome.Succeeded success
        ? success.result().data()
        : null;
  }

  private int position(String alias) {
    for (PipelineStep step : steps) {
      if (alias.equals(step.alias())) {
        return step.index();
      }
    }
    return -1;
  }
}
