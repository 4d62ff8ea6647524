package dev.baton.survey.core.form.lint;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Conduct;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.FieldType;
import dev.baton.survey.core.form.compile.FieldSource;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.NearestName;
import dev.baton.survey.core.text.JsonTemplate.Member;
import java.util.List;

/** Settings without effect: of the form, of fields and of descriptions. */
final class SettingRules implements Rule {
  private static final List<String> VALIDATIONS = List.of("min_value", "max_value", "max_length");

  @Override
  public void check(Inspection form) {
    if (!form.json().array("welcome_screens").isEmpty()) {
      form.say(
          Location.inForm("/welcome_screens", null)
              .warning(
                  "welcome-ignored",
                  "welcome screens are not sent",
                  "Write the welcome as a statement."));
    }
    for (Field field : form.form().fields()) {
      checkBeside(form.source(field), form);
      if (field.description() != null) {
        Location at = form.source(field).descriptionLocation();
        field.description().members().forEach(member -> checkKey(member, field, at, form));
      }
    }
  }

  private static void checkBeside(FieldSource source, Inspection form) {
    if (source.json().has("attachment")) {
      form.say(
          source
              .location()
              .member("attachment")
              .warning(
                  "ignored-setting",
                  "the picture or video beside the question is not sent",
                  "Put a statement with type: attachment before it."));
    }
    JsonObject validations = source.json().object("validations");
    for (String name : VALIDATIONS) {
      if (validations != null && validations.has(name)) {
        form.say(
            source
                .location()
                .member("validations")
                .member(name)
                .warning(
                    "ignored-setting",
                    "validation '" + name + "' has no effect",
                    "Write validate: {min: 1, max: 10} into the description."));
      }
    }
  }

  private static void checkKey(Member member, Field field, Location at, Inspection form) {
    String name = member.name();
    if (!DescriptionKeys.isKnown(name)) {
      form.say(at.warning("unknown-key", "'" + name + "' has no effect", nearKey(name)));
    } else if (isIdle(name, field)) {
      form.say(
          at.warning(
              "ignored-setting",
              "'" + name + "' has no effect on a " + field.type().wireName(),
              "Leave it out."));
    }
  }

  /** Most unknown keys mean something elsewhere; only what begins alike is taken for a slip. */
  private static String nearKey(String name) {
    String nearest = NearestName.of(name, DescriptionKeys.names());
    boolean beginsAlike = nearest != null && nearest.regionMatches(true, 0, name, 0, 3);
    return beginsAlike ? "Write '" + nearest + "'." : "Leave it out.";
  }

  private static boolean isIdle(String name, Field field) {
    boolean stays = field.conduct() == Conduct.WAITS || field.conduct() == Conduct.HANDS_OFF;
    boolean isEnding = field.type() == FieldType.THANKYOU_SCREEN;
    return switch (name) {
      case "keepMoving" -> field.keepMoving() && (stays || isEnding);
      case "wait" -> isEnding;
      default -> !DescriptionKeys.applies(name, field.type());
    };
  }
}
