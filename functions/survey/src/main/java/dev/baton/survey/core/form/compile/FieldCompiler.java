package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.survey.core.answer.Acceptance;
import dev.baton.survey.core.form.Conduct;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.FieldType;
import dev.baton.survey.core.form.HandoffPlan;
import dev.baton.survey.core.form.SendParameters;
import dev.baton.survey.core.form.Stitch;
import dev.baton.survey.core.logic.FieldLogic;
import dev.baton.survey.core.logic.FormNames;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.JsonTemplate.Constant;
import dev.baton.survey.core.text.Template;
import dev.baton.survey.core.waiting.Wait;
import dev.baton.survey.core.waiting.Waits;
import org.jspecify.annotations.Nullable;

/** Puts a field together from its parts. Source: survey spec §4.2 and §4.3. */
final class FieldCompiler {
  private final FormNames names;

  FieldCompiler(FormNames names) {
    this.names = names;
  }

  Field compile(FieldReading field, FieldLogic logic) {
    Settings settings = field.settings();
    Template title = Titles.of(field);
    Acceptance acceptance = Acceptances.of(field);
    boolean keepMoving = isTrue(settings.get("keepMoving"));
    HandoffPlan handoff = field.type() == FieldType.HANDOFF ? Handoffs.of(field, names) : null;
    Wait wait = handoff == null ? plainWait(field) : null;
    Stitch stitch = field.type() == FieldType.STITCH ? Stitches.of(field) : null;
    return new Field(
        field.source().position(),
        field.source().pointer(),
        field.source().ref(),
        field.type(),
        title,
        field.description().template(),
        Shapes.of(field, acceptance),
        acceptance,
        conduct(field.type(), wait, stitch, keepMoving),
        keepMoving,
        settings.template("responseMessage"),
        wait,
        settings.inside("wait").isTruthy("notifyPermission"),
        handoff,
        stitch,
        sendParameters(settings.inside("sendParams")),
        logic);
  }

  private static Conduct conduct(
      FieldType type, @Nullable Wait wait, @Nullable Stitch stitch, boolean keepMoving) {
    if (type == FieldType.THANKYOU_SCREEN) {
      return Conduct.ENDS;
    }
    if (type == FieldType.HANDOFF) {
      return Conduct.HANDS_OFF;
    }
    if (wait != null) {
      return Conduct.WAITS;
    }
    if (stitch != null) {
      return Conduct.STITCHES;
    }
    return type == FieldType.STATEMENT || keepMoving ? Conduct.PASSES : Conduct.ASKS;
  }

  private static @Nullable Wait plainWait(FieldReading field) {
    JsonTemplate given = field.settings().get("wait");
    if (given != null && field.type() != FieldType.THANKYOU_SCREEN) {
      return field.take(Waits.parse(given, field.options().timeRules(), field.inDescription()));
    }
    if (given == null && field.type() == FieldType.WAIT) {
      field.error(
          "wait-empty",
          "the wait waits for nothing",
          "Write wait: {type: timeout, value: 2 hours}, or another condition.");
    }
    return null;
  }

  private static SendParameters sendParameters(Settings settings) {
    return new SendParameters(settings.template("messaging_type"), settings.template("tag"));
  }

  private static boolean isTrue(@Nullable JsonTemplate value) {
    return value instanceof Constant(Json constant)
        && Settings.scalar(constant).equalsIgnoreCase("true");
  }
}
