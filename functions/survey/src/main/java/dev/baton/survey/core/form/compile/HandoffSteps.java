package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNumber;
import dev.baton.survey.core.form.HandoffStep;
import dev.baton.survey.core.form.OnFailure;
import dev.baton.survey.core.logic.Condition;
import dev.baton.survey.core.logic.Conditions;
import dev.baton.survey.core.logic.FormNames;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.JsonTemplate.Constant;
import dev.baton.survey.core.text.JsonTemplate.ObjectTemplate;
import dev.baton.survey.core.values.NumberLocale;
import dev.baton.survey.core.values.Numbers;
import dev.baton.survey.core.waiting.Wait;
import dev.baton.survey.core.waiting.Waits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles one step of a handoff. Source: survey spec §6. */
final class HandoffSteps {
  private static final Pattern APP_ID = Pattern.compile("[0-9]{1,20}");
  private static final BigDecimal LONGEST = BigDecimal.valueOf(10_080);
  private static final BigDecimal SECONDS = BigDecimal.valueOf(60);
  private static final long DEFAULT_TIMEOUT = 3_600_000;
  private static final String TARGET_SUGGESTION =
      "Write target_app_id: the app's id, 1 to 20 digits, in quotes.";

  private final FieldReading field;
  private final FormNames names;

  HandoffSteps(FieldReading field, FormNames names) {
    this.field = field;
    this.names = names;
  }

  /** The step whose settings the function finds by name. */
  HandoffStep step(int number, Function<String, Settings> settings, boolean conditional) {
    String target = target(settings.apply("target_app_id"));
    return new HandoffStep(
        number,
        target,
        timeout(settings.apply("timeout_minutes").get("timeout_minutes")),
        ownWait(settings.apply("wait").get("wait"), target),
        metadata(settings.apply("metadata")),
        conditional ? condition(settings.apply("when").get("when")) : null,
        onFailure(settings.apply("on_failure").get("on_failure")));
  }

  /** The condition, or null when there is none. */
  @Nullable Condition condition(@Nullable JsonTemplate when) {
    return when == null ? null : field.take(Conditions.parse(when, names, field.inDescription()));
  }

  private String target(Settings settings) {
    JsonTemplate given = settings.get("target_app_id");
    if (given == null) {
      field.error(
          "handoff-missing-target", "the handoff names no target_app_id", TARGET_SUGGESTION);
      return "";
    }
    String rewritten = field.description().rewritten(settings.pointer("target_app_id"));
    String written = rewritten == null ? Settings.unquoted(given) : rewritten;
    boolean isId = given.isConstant() && rewritten == null && APP_ID.matcher(written).matches();
    if (!isId) {
      field.error(
          "handoff-bad-target",
          "target_app_id '" + written + "' is not 1 to 20 digits",
          TARGET_SUGGESTION);
    }
    return isId ? written : "";
  }

  private long timeout(@Nullable JsonTemplate given) {
    if (given == null) {
      return DEFAULT_TIMEOUT;
    }
    BigDecimal minutes =
        given instanceof Constant(Json value) ? Numbers.read(value, NumberLocale.EN_US) : null;
    if (minutes == null || minutes.signum() <= 0 || minutes.compareTo(LONGEST) > 0) {
      field.error(
          "handoff-bad-timeout",
          "timeout_minutes " + Settings.quoted(given) + " is not a number in (0, 10080]",
          "Write minutes, such as 30.");
      return DEFAULT_TIMEOUT;
    }
    return minutes.multiply(SECONDS).setScale(0, RoundingMode.CEILING).longValue() * 1_000;
  }

  private @Nullable Wait ownWait(@Nullable JsonTemplate given, String target) {
    if (given == null) {
      return null;
    }
    Wait wait = field.take(Waits.parse(given, field.options().timeRules(), field.inDescription()));
    if (wait != null && !target.isEmpty()) {
      wait.leaves().forEach(leaf -> checkLeaf(leaf, target));
    }
    return wait;
  }

  private void checkLeaf(Wait leaf, String target) {
    if (leaf instanceof Wait.HandoffReturn(Constant(Json app), var value)
        && !sameApp(app, target)) {
      field.error(
          "handoff-wait-target",
          "the wait is for app '" + Settings.scalar(app) + "', but the handoff goes to " + target,
          "Write '" + target + "', or leave target_app_id out of the wait.");
    }
  }

  private static boolean sameApp(Json app, String target) {
    return app instanceof JsonNumber(String literal)
        ? literal.equals(target.replaceFirst("^0+(?=.)", ""))
        : Settings.scalar(app).strip().equals(target);
  }

  private JsonTemplate metadata(Settings settings) {
    JsonTemplate given = settings.get("metadata");
    if (given != null && !(given instanceof ObjectTemplate)) {
      field.warning(
          "ignored-setting",
          "metadata " + Settings.quoted(given) + " is no object and has no effect",
          "Write names and values.");
    }
    return settings.inside("metadata").object();
  }

  private OnFailure onFailure(@Nullable JsonTemplate given) {
    String word = given == null ? "continue" : Settings.unquoted(given);
    return switch (word) {
      case "continue" -> OnFailure.CONTINUE;
      case "block" -> OnFailure.BLOCK;
      default -> {
        field.warning(
            "ignored-setting",
            "on_failure '" + word + "' is not known and has no effect",
            "Write continue or block.");
        yield OnFailure.CONTINUE;
      }
    };
  }
}
