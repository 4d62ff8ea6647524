package dev.baton.survey.release;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonBoolean;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.core.result.FieldError;
import dev.baton.survey.core.entry.Referrals;
import dev.baton.survey.core.participant.command.ReleaseAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the machine's action of an operator's words. Hidden values have the limits of those of a
 * link.
 */
final class ReleaseActions {
  private static final int MOST_VALUES = 50;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_VALUE = 500;

  private ReleaseActions() {}

  /** What only several fields together can tell; empty when the input is right. */
  static List<FieldError> problems(SurveyReleaseInput input) {
    List<FieldError> problems = new ArrayList<>();
    boolean moves = input.action().equals(SurveyReleaseInput.MOVE);
    if (moves && input.shortcode() == null) {
      problems.add(new FieldError("shortcode", "required", "missing", null));
    }
    if (!moves && input.shortcode() != null) {
      problems.add(wrong("shortcode", "goes with action move only"));
    }
    JsonObject hidden = input.hidden();
    if (hidden != null) {
      addHiddenProblems(hidden, moves, problems);
    }
    return problems;
  }

  private static void addHiddenProblems(
      JsonObject hidden, boolean moves, List<FieldError> problems) {
    if (!moves) {
      problems.add(wrong("hidden", "goes with action move only"));
    }
    if (hidden.members().size() > MOST_VALUES) {
      problems.add(wrong("hidden", "must have at most " + MOST_VALUES + " values"));
    }
    for (JsonObject.Member member : hidden.members()) {
      String fault = fault(member);
      if (fault != null) {
        problems.add(wrong("hidden." + member.name(), fault));
      }
    }
  }

  private static @Nullable String fault(JsonObject.Member member) {
    if (member.name().isEmpty() || member.name().length() > LONGEST_NAME) {
      return "must have a name of 1.." + LONGEST_NAME + " characters";
    }
    if (Referrals.isEngineName(member.name())) {
      return "is a name that only the engine sets";
    }
    return switch (member.value()) {
      case JsonText(String text) ->
          text.length() > LONGEST_VALUE
              ? "must have at most " + LONGEST_VALUE + " characters"
              : null;
      case JsonNumber number ->
          number.literal().length() > 64 ? "must have at most 64 digits" : null;
      case JsonBoolean truth -> null;
      case JsonNull nothing -> "must not be null";
      case JsonObject object -> "must be a text, number or truth value";
      case JsonArray array -> "must be a text, number or truth value";
    };
  }

  private static FieldError wrong(String path, String message) {
    return new FieldError(path, message, "invalid_value", null);
  }

  static ReleaseAction action(SurveyReleaseInput input) {
    return switch (input.action()) {
      case "continue" -> new ReleaseAction.Continue();
      case "retry" -> new ReleaseAction.Retry();
      case "block" -> new ReleaseAction.Block();
      case "unblock" -> new ReleaseAction.Unblock();
      case "reset" -> new ReleaseAction.Reset();
      default -> move(input);
    };
  }

  private static ReleaseAction.Move move(SurveyReleaseInput input) {
    Map<String, Json> values = new LinkedHashMap<>();
    JsonObject hidden = input.hidden();
    if (hidden != null) {
      hidden.members().forEach(member -> values.put(member.name(), member.value()));
    }
    String shortcode = input.shortcode();
    return new ReleaseAction.Move(shortcode == null ? "" : shortcode, values);
  }
}
