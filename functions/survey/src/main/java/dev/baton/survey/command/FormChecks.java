package dev.baton.survey.command;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import dev.baton.survey.core.form.CompiledForm;
import dev.baton.survey.core.form.FormOptions;
import dev.baton.survey.core.form.FormOptionsReader;
import dev.baton.survey.core.form.FormSource;
import dev.baton.survey.core.form.lint.FormLinter;
import dev.baton.survey.store.DynamoFormStore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compiles and lints what an author brings, with the page's other forms in view. */
public final class FormChecks {
  private static final int DEEPEST = 100;

  private final FormLinter linter;
  private final DynamoFormStore forms;
  private final @Nullable String appId;
  private final JsonReader reader = JsonReader.keepingDuplicates(DEEPEST);

  /** Checks with a linter; the app id is ours, null when it is not known. */
  public FormChecks(FormLinter linter, DynamoFormStore forms, @Nullable String appId) {
    this.linter = linter;
    this.forms = forms;
    this.appId = appId;
  }

  /** A stored source as JSON: an object with {@code form}, {@code messages} and {@code options}. */
  public JsonObject parse(String stored) {
    return (JsonObject) reader.readOwn(stored);
  }

  /** Compiles and lints a source of that form; its options were checked when it was imported. */
  public CompiledForm check(String pageId, String shortcode, int version, JsonObject source) {
    Json form = source.get("form");
    FormOptions options = FormOptionsReader.read(source.get("options")).value();
    FormSource whole =
        new FormSource(
            shortcode,
            version,
            form == null ? JsonNull.NULL : form,
            source.get("messages"),
            Objects.requireNonNullElse(options, FormOptions.DEFAULT));
    return linter.check(
        whole,
        new FormLinter.Surroundings(
            appId, name -> name.equals(shortcode) || forms.newest(pageId, name) != null));
  }
}
