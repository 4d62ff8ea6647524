package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.logic.Calculation;
import dev.baton.survey.core.logic.FieldLogic;
import dev.baton.survey.core.logic.FormNames;
import dev.baton.survey.core.logic.Jump;
import dev.baton.survey.core.logic.Logic;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.NearestName;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles {@code form.logic}. Source: survey spec §4.6. */
final class LogicReader {
  private final FormNames names;
  private final List<Problem> problems;
  private final Map<String, FieldLogic> byRef = new HashMap<>();

  private LogicReader(FormNames names, List<Problem> problems) {
    this.names = names;
    this.problems = problems;
  }

  /** Logic by the ref of its field; several elements of one field add up. */
  static Map<String, FieldLogic> read(JsonObject form, FormNames names, List<Problem> problems) {
    LogicReader reader = new LogicReader(names, problems);
    List<Json> elements = form.array("logic");
    for (int index = 0; index < elements.size(); index++) {
      reader.element(elements.get(index), Location.inForm("/logic/" + index, null));
    }
    return reader.byRef;
  }

  private void element(Json element, Location at) {
    String ref = element instanceof JsonObject object ? object.text("ref") : null;
    if (ref == null || !names.fields().containsKey(ref)) {
      problems.add(
          at.warning(
              "logic-without-field",
              ref == null
                  ? "logic that names no question has no effect"
                  : "logic of '" + ref + "', which is no question, has no effect",
              ref == null
                  ? "Leave it out."
                  : NearestName.suggestion(ref, names.fields().keySet(), "Leave it out.")));
      return;
    }
    Json actions = element instanceof JsonObject object ? object.get("actions") : null;
    Parsed<FieldLogic> logic =
        Logic.parse(
            actions == null ? JsonArray.EMPTY : actions,
            names,
            Location.inForm(at.pointer() + "/actions", ref));
    problems.addAll(logic.problems());
    byRef.merge(ref, logic.value() == null ? FieldLogic.NONE : logic.value(), LogicReader::sum);
  }

  private static FieldLogic sum(FieldLogic one, FieldLogic other) {
    List<Calculation> calculations = new ArrayList<>(one.calculations());
    calculations.addAll(other.calculations());
    List<Jump> jumps = new ArrayList<>(one.jumps());
    jumps.addAll(other.jumps());
    return new FieldLogic(calculations, jumps);
  }
}
