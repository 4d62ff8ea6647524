package dev.baton.survey.show;

import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.command.Call;
import dev.baton.shell.command.Command;
import dev.baton.survey.command.Findings;
import dev.baton.survey.command.FormChecks;
import dev.baton.survey.command.OwnedPages;
import dev.baton.survey.command.SurveyErrors;
import dev.baton.survey.core.form.CompiledForm;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.store.DynamoFormStore;
import dev.baton.survey.store.FormRow;
import org.jspecify.annotations.Nullable;

/** Reads a form's source and compiles it again, so that findings are those of today's linter. */
final class SurveyShow implements Command<SurveyShowInput> {
  private final OwnedPages pages;
  private final DynamoFormStore forms;
  private final FormChecks checks;

  SurveyShow(OwnedPages pages, DynamoFormStore forms, FormChecks checks) {
    this.pages = pages;
    this.forms = forms;
    this.checks = checks;
  }

  @Override
  public CommandResult execute(SurveyShowInput input, Call call) {
    if (pages.find(input.pageId(), call.caller()) == null) {
      return SurveyErrors.noPage(input.pageId());
    }
    FormRow row = row(input);
    if (row == null) {
      return input.version() == 0
          ? SurveyErrors.noForm(input.shortcode())
          : SurveyErrors.noVersion(input.shortcode(), input.version());
    }
    JsonObject source = checks.parse(forms.source(input.pageId(), row));
    CompiledForm compiled = checks.check(input.pageId(), row.shortcode(), row.version(), source);
    return Succeeded.with(
        view(input.pageId(), row, source, compiled),
        "Form " + row.shortcode() + ", version " + row.version() + ".");
  }

  private @Nullable FormRow row(SurveyShowInput input) {
    return input.version() == 0
        ? forms.newest(input.pageId(), input.shortcode())
        : forms.version(input.pageId(), input.shortcode(), input.version());
  }

  private static JsonObject view(
      String pageId, FormRow row, JsonObject source, CompiledForm compiled) {
    Form form = compiled.form();
    JsonObject.Builder view = JsonObject.builder();
    view.put("page_id", pageId)
        .put("shortcode", row.shortcode())
        .put("version", row.version())
        .put("title", row.title())
        .put("imported_at", row.importedAt())
        .put("fields", form == null ? JsonArray.EMPTY : FormView.fields(form));
    return Findings.put(view, compiled.findings()).put("source", source).build();
  }
}
