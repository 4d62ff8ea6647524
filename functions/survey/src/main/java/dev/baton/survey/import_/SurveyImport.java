package dev.baton.survey.import_;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonCanonical;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.FieldError;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.InvalidInput;
import dev.baton.shell.json.JsonReader;
import dev.baton.survey.command.Findings;
import dev.baton.survey.command.FormChecks;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.core.form.CompiledForm;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.form.FormOptionsReader;
import dev.baton.survey.core.problem.Problem;
import dev.baton.survey.participants.FormLibrary;
import dev.baton.survey.store.DynamoFormStore;
import dev.baton.survey.store.DynamoPageStore;
import dev.baton.survey.store.FormRow;
import dev.baton.survey.store.PageRow;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks a form, claims its page for the caller if nobody has it, and stores the form as the page's
 * next version. The same content is the same version as long as it is the newest one; member order
 * and blanks are no content.
 */
final class SurveyImport implements Command<SurveyImportInput> {
  private static final int LONGEST_TITLE = 300;
  private static final JsonReader FORM_TEXT = JsonReader.refusingDuplicates(32);

  private final DynamoPageStore pages;
  private final DynamoFormStore forms;
  private final FormChecks checks;
  private final InstantSource clock;

  SurveyImport(
      DynamoPageStore pages, DynamoFormStore forms, FormChecks checks, InstantSource clock) {
    this.pages = pages;
    this.forms = forms;
    this.checks = checks;
    this.clock = clock;
  }

  @Override
  public CommandResult execute(SurveyImportInput input, Call call) {
    PageRow page = pages.find(input.pageId());
    if (page != null && !page.owner().equals(call.owner())) {
      return SurveyErrors.noPage(input.pageId());
    }
    List<FieldError> problems = problems(input);
    if (!problems.isEmpty()) {
      return InvalidInput.because(SurveyImportDefinition.DEFINITION, problems);
    }
    JsonObject source = source(input);
    CompiledForm compiled = checks.check(input.pageId(), input.shortcode(), 0, source);
    Form form = compiled.form();
    if (form == null
        || compiled.hasErrors()
        || (input.strict() && !compiled.findings().isEmpty())) {
      return SurveyErrors.invalidForm(input.shortcode(), compiled.findings());
    }
    return input.checkOnly()
        ? Succeeded.with(answer(input, form, compiled, null), "The form can be imported.")
        : stored(input, call.owner(), source, form, compiled);
  }

  private CommandResult stored(
      SurveyImportInput input, String owner, JsonObject source, Form form, CompiledForm compiled) {
    PageRow page = pages.claim(input.pageId(), owner);
    if (!page.owner().equals(owner)) {
      return SurveyErrors.noPage(input.pageId());
    }
    FormRow row =
        forms.add(input.pageId(), input.shortcode(), title(form), source.write(), clock.millis());
    SettingsChange settings = input.settings();
    if (settings != null) {
      pages.save(new PageRow(page.pageId(), page.owner(), settings.apply(page.settings())));
    }
    return Succeeded.with(
        answer(input, form, compiled, row),
        "Form " + row.shortcode() + " is version " + row.version() + ".");
  }

  private List<FieldError> problems(SurveyImportInput input) {
    List<FieldError> problems = new ArrayList<>();
    for (Problem problem : FormOptionsReader.read(input.options()).problems()) {
      problems.add(
          new FieldError(
              "options" + problem.path().replace('/', '.'),
              problem.fact(),
              "invalid_value",
              problem.suggestion()));
    }
    SettingsChange settings = input.settings();
    String defaultForm = settings == null ? null : settings.defaultForm();
    if (defaultForm != null && !isKnown(defaultForm, input)) {
      problems.add(
          new FieldError(
              "page_settings.default_form",
              "the page has no form '" + defaultForm + "'",
              "invalid_value",
              null));
    }
    return problems;
  }

  private boolean isKnown(String shortcode, SurveyImportInput input) {
    return shortcode.isEmpty()
        || shortcode.equals(input.shortcode())
        || forms.newest(input.pageId(), shortcode) != null;
  }

  private static JsonObject source(SurveyImportInput input) {
    Json form = input.form();
    if (form instanceof JsonText(String text)) {
      Json read = FORM_TEXT.read(text).orNull();
      form = read == null ? form : read;
    }
    return (JsonObject)
        JsonCanonical.sorted(FormLibrary.source(form, input.messages(), input.options()));
  }

  private static JsonObject answer(
      SurveyImportInput input, Form form, CompiledForm compiled, @Nullable FormRow row) {
    JsonObject.Builder answer =
        JsonObject.builder().put("page_id", input.pageId()).put("shortcode", input.shortcode());
    if (row != null) {
      answer.put("version", row.version());
    }
    answer.put("title", title(form)).put("fields", form.fields().size());
    return Findings.put(answer, compiled.findings())
        .put("link", "https://m.me/" + input.pageId() + "?ref=form." + input.shortcode())
        .build();
  }

  /** As much of a form's title as a list can show. */
  private static String title(Form form) {
    String title = form.title();
    int end =
        title.offsetByCodePoints(
            0, Math.min(LONGEST_TITLE, title.codePointCount(0, title.length())));
    return title.substring(0, end);
  }
}
