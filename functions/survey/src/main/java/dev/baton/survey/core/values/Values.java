package dev.baton.survey.core.values;

import dev.baton.core.json.Json;
import dev.baton.survey.core.entry.Seeds;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All values that logic and interpolation of one participant can see. The maps are looked into,
 * never copied or changed. Source: survey specification §2.4, §4.5.
 *
 * @param userId the participant, which is also the hidden value {@code id}
 * @param seed the participant's seed, 0 … 2³² − 1, which is also the hidden value {@code seed}
 * @param hidden hidden values by name
 * @param answers last accepted answers by ref
 * @param variables variables by name
 */
public record Values(
    String userId,
    long seed,
    Map<String, Json> hidden,
    Map<String, StoredAnswer> answers,
    Map<String, Json> variables) {

  /**
   * The hidden value of that name, or null. {@code id}, {@code seed} and {@code seed_N_k} are the
   * engine's own.
   */
  public @Nullable Json hidden(String name) {
    if (name.equals("id")) {
      return Json.of(userId);
    }
    if (name.startsWith(Seeds.NAME)) {
      Long derived = Seeds.derived(name, seed);
      if (derived != null) {
        return Json.of(derived);
      }
    }
    return hidden.get(name);
  }

  /** The answer to the field of that ref, or null. */
  public @Nullable StoredAnswer answer(String ref) {
    return answers.get(ref);
  }

  /** The variable of that name, or null. */
  public @Nullable Json variable(String name) {
    return variables.get(name);
  }

  /** What a placeholder of that reference inserts, or null when there is nothing. */
  public @Nullable Json inserted(Reference reference) {
    return switch (reference) {
      case Reference.Hidden(String name) -> hidden(name);
      case Reference.Field(String ref) -> {
        StoredAnswer answer = answer(ref);
        yield answer == null ? null : answer.inserted();
      }
      case Reference.Variable(String name) -> variable(name);
    };
  }

  /** The same participant with other variables. */
  public Values withVariables(Map<String, Json> others) {
    return new Values(userId, seed, hidden, answers, others);
  }
}
