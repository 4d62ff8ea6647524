package dev.baton.survey.core.form.compile;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.form.CompiledForm;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.FieldType;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.form.FormSource;
import dev.baton.survey.core.form.MessageTexts;
import dev.baton.survey.core.form.OutcomeRule;
import dev.baton.survey.core.logic.FieldLogic;
import dev.baton.survey.core.logic.FormNames;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.core.values.Reference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns what an author imports into a form, or says why it cannot be one. Total: no source makes it
 * throw. Source: survey spec §4.1.
 */
public final class FormCompiler {
  private final DescriptionReader descriptions;

  /** A compiler that reads descriptions through the port. */
  public FormCompiler(DescriptionParser descriptions) {
    this.descriptions = new DescriptionReader(descriptions);
  }

  /**
   * Compiles a source that was checked when it was imported: no findings but those of the parsers.
   */
  public CompiledForm compile(FormSource source) {
    Parsed<Draft> draft = draft(source);
    Draft drafted = draft.value();
    List<FieldSource> fields = drafted == null ? List.of() : drafted.fields();
    return new CompiledForm(
        drafted == null || draft.hasError() ? null : drafted.form(),
        Findings.of(draft.problems(), fields, source.form()));
  }

  /** Compiles as far as possible; no draft where there is nothing to work with. */
  public Parsed<Draft> draft(FormSource source) {
    if (!(source.form() instanceof JsonObject json)) {
      return Parsed.none(
          Location.inForm("", null)
              .error("form-invalid", "the form is no object", "Import the form's JSON."));
    }
    FieldSources.Layout layout = FieldSources.of(json);
    if (layout.fields().isEmpty()) {
      return new Parsed<>(null, layout.problems());
    }
    List<Problem> problems = new ArrayList<>(layout.problems());
    Form form = form(source, json, layout.fields(), problems);
    return new Parsed<>(new Draft(source, json, layout.fields(), form, problems), problems);
  }

  private Form form(
      FormSource source, JsonObject json, List<FieldSource> sources, List<Problem> problems) {
    List<FieldReading> readings = new ArrayList<>();
    for (FieldSource field : sources) {
      readings.add(reading(field, source, problems));
    }
    FormNames names = Traits.of(readings);
    List<Field> fields = fields(readings, names, LogicReader.read(json, names, problems));
    OutcomeRule outcome = OutcomeReader.read(json, names.thankYouScreens(), problems);
    Set<Reference> named = named(fields);
    Map<String, Json> variables = Variables.atStart(json, named, outcome, problems);
    String title = json.text("title");
    Form.Head head =
        new Form.Head(
            source.shortcode(),
            source.version(),
            title == null ? "" : title,
            messages(source, json),
            source.options(),
            variables);
    return new Form(head, fields, remembered(named), outcome);
  }

  private FieldReading reading(FieldSource field, FormSource source, List<Problem> problems) {
    Parsed<Description> read = descriptions.read(field);
    problems.addAll(read.problems());
    Description description = read.value() == null ? Description.NONE : read.value();
    FieldType type = FieldTypes.of(field, description, problems);
    return new FieldReading(field, description, type, source.options(), problems);
  }

  private static List<Field> fields(
      List<FieldReading> readings, FormNames names, Map<String, FieldLogic> logic) {
    FieldCompiler compiler = new FieldCompiler(names);
    List<Field> fields = new ArrayList<>();
    for (FieldReading reading : readings) {
      FieldLogic own = logic.getOrDefault(reading.source().ref(), FieldLogic.NONE);
      fields.add(compiler.compile(reading, own));
    }
    return fields;
  }

  private static MessageTexts messages(FormSource source, JsonObject json) {
    if (source.messages() instanceof JsonObject messages) {
      return MessageTexts.of(messages);
    }
    JsonObject own = json.object("custom_messages");
    return MessageTexts.of(own == null ? JsonObject.EMPTY : own);
  }

  private static Set<Reference> named(List<Field> fields) {
    Set<Reference> named = new LinkedHashSet<>();
    for (Field field : fields) {
      named.addAll(References.onArrival(field));
      named.addAll(References.onLeaving(field.logic()));
    }
    return named;
  }

  private static Set<String> remembered(Set<Reference> named) {
    Set<String> refs = new LinkedHashSet<>();
    for (Reference reference : named) {
      if (reference instanceof Reference.Field(String ref)) {
        refs.add(ref);
      }
    }
    return refs;
  }
}
