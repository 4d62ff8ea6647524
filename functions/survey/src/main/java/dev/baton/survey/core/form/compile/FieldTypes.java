package dev.baton.survey.core.form.compile;

import dev.baton.survey.core.form.FieldType;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.NearestName;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.JsonTemplate.ObjectTemplate;
import java.util.Arrays;
import java.util.List;

/** Finds the effective type of a field. Source: survey spec §4.2 and §4.3. */
final class FieldTypes {
  private static final List<String> NAMES =
      Arrays.stream(FieldType.values()).map(FieldType::wireName).toList();

  private FieldTypes() {}

  /** The type; that of a statement where it is no supported one, which is then a problem. */
  static FieldType of(FieldSource source, Description description, List<Problem> problems) {
    Settings settings = description.settings();
    JsonTemplate given = settings.get("type");
    if (given == null && settings.get("handoff") instanceof ObjectTemplate) {
      return FieldType.HANDOFF;
    }
    String name = given == null ? source.type() : Settings.unquoted(given);
    FieldType type = given == null || given.isConstant() ? FieldType.of(name) : null;
    if (type != null) {
      return type;
    }
    Location at = given == null ? source.location().member("type") : source.descriptionLocation();
    problems.add(
        at.error(
            "unsupported-type",
            "a question of type '" + name + "' cannot be asked in Messenger",
            NearestName.suggestion(name, NAMES, "Use another type.")));
    return FieldType.STATEMENT;
  }
}
