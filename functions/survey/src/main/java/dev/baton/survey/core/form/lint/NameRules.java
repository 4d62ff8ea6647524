package dev.baton.survey.core.form.lint;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.Stitch;
import dev.baton.survey.core.logic.Calculation;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.text.JsonTemplate;

/** Names that belong to the engine, and forms that are not imported. */
final class NameRules implements Rule {

  @Override
  public void check(Inspection form) {
    JsonObject variables = form.json().object("variables");
    if (variables != null) {
      Location at = Location.inForm("/variables", null);
      variables
          .members()
          .forEach(one -> reserved("variable", one.name(), at.member(one.name()), form));
    }
    for (Field field : form.form().fields()) {
      for (Calculation calculation : field.logic().calculations()) {
        reserved("variable", calculation.variable(), form.logic(field), form);
      }
      Stitch stitch = field.stitch();
      if (stitch != null) {
        checkStitch(stitch, form.source(field).descriptionLocation(), form);
      }
    }
  }

  private static void checkStitch(Stitch stitch, Location at, Inspection form) {
    if (stitch.metadata() instanceof JsonTemplate.ObjectTemplate object) {
      object.members().forEach(one -> reserved("stitch value", one.name(), at, form));
    }
    String shortcode = stitch.form().source();
    boolean isKnown =
        !stitch.form().isConstant()
            || shortcode.equals(form.form().shortcode())
            || form.surroundings().knownForm().test(shortcode);
    if (!isKnown) {
      form.say(
          at.warning(
              "stitch-unknown",
              "form '" + shortcode + "' is not imported on this page yet",
              "Import it before anybody gets here."));
    }
  }

  private static void reserved(String kind, String name, Location at, Inspection form) {
    if (EngineKeys.isReserved(name)) {
      form.say(
          at.warning(
              "reserved-name",
              kind + " '" + name + "' has the name of a value that the engine sets",
              "Use another name."));
    }
  }
}
