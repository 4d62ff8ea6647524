package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.MessageShape;
import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.text.Template;
import java.util.ArrayList;
import java.util.List;

/** Compiles messages of templates that the platform approved. Source: survey spec §4.2. */
final class UtilityMessages {
  private static final Template NOTHING = Template.constant("");

  private UtilityMessages() {}

  static MessageShape of(FieldReading field, List<String> labels) {
    return new MessageShape.Utility(
        required(field, "template"),
        required(field, "language"),
        parameters(field),
        buttons(labels, field.source().ref()));
  }

  private static Template required(FieldReading field, String name) {
    Template given = field.settings().template(name);
    if (given != null && !given.source().isBlank()) {
      return given;
    }
    field.error(
        "bad-utility",
        "the utility message names no " + name,
        name.equals("template")
            ? "Write template: the name of the approved template."
            : "Write language: the template's language, such as en_US.");
    return NOTHING;
  }

  private static List<Template> parameters(FieldReading field) {
    List<Template> parameters = new ArrayList<>();
    for (JsonTemplate element : field.settings().elements("params")) {
      Template parameter = Settings.template(element);
      if (parameter == null) {
        field.error(
            "bad-utility",
            "params holds " + Settings.quoted(element) + ", which is no text",
            "Write a list of texts.");
      } else {
        parameters.add(parameter);
      }
    }
    return parameters;
  }

  /**
   * One button sends the ref, which is enough to know it; of several each has to say which one it
   * is.
   */
  private static JsonArray buttons(List<String> labels, String ref) {
    List<Json> buttons = new ArrayList<>();
    for (String label : labels) {
      String payload = labels.size() == 1 ? ref : Shapes.payload(label, ref);
      buttons.add(JsonObject.builder().put("type", "POSTBACK").put("payload", payload).build());
    }
    return new JsonArray(buttons);
  }
}
