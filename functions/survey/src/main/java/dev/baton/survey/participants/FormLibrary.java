package dev.baton.survey.participants;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonNull;
import dev.baton.core.json.JsonObject;
import dev.baton.shell.json.JsonReader;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.form.FormOptions;
import dev.baton.survey.core.form.FormOptionsReader;
import dev.baton.survey.core.form.FormSource;
import dev.baton.survey.core.form.compile.FormCompiler;
import dev.baton.survey.store.DynamoFormStore;
import dev.baton.survey.store.FormRow;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compiled forms. A version never changes, so each is compiled once while this library lives; the
 * 200 last used ones are kept. Thread-safe.
 */
public final class FormLibrary {
  private static final int KEPT = 200;
  private static final int DEEPEST = 100;

  private final DynamoFormStore forms;
  private final FormCompiler compiler;
  private final JsonReader reader = JsonReader.keepingDuplicates(DEEPEST);
  private final LastUsed<Key, Form> compiled = new LastUsed<>(KEPT);

  /** A library over stored sources. */
  public FormLibrary(DynamoFormStore forms, FormCompiler compiler) {
    this.forms = forms;
    this.compiler = compiler;
  }

  private record Key(String pageId, String shortcode, int version) {}

  /**
   * The source of a form as it is stored: an object with {@code form}, {@code messages} and {@code
   * options}.
   */
  public static JsonObject source(Json form, @Nullable Json messages, @Nullable Json options) {
    return JsonObject.builder()
        .put("form", form)
        .putIfPresent("messages", messages)
        .putIfPresent("options", options)
        .build();
  }

  /** One version of a form, or null when there is none. */
  public @Nullable Form version(String pageId, String shortcode, int version) {
    Form known = compiled.get(new Key(pageId, shortcode, version));
    if (known != null) {
      return known;
    }
    FormRow row = forms.version(pageId, shortcode, version);
    return row == null ? null : compile(pageId, row);
  }

  /** The newest version of a form, or null when the page has no such form. */
  public @Nullable Form newest(String pageId, String shortcode) {
    FormRow row = forms.newest(pageId, shortcode);
    if (row == null) {
      return null;
    }
    Form known = compiled.get(new Key(pageId, shortcode, row.version()));
    return known == null ? compile(pageId, row) : known;
  }

  private Form compile(String pageId, FormRow row) {
    JsonObject source = (JsonObject) reader.readOwn(forms.source(pageId, row));
    Form form = compiler.compile(source(row, source)).form();
    if (form == null) {
      throw new IllegalStateException(
          "Form %s version %d of page %s no longer compiles; import it again."
              .formatted(row.shortcode(), row.version(), pageId));
    }
    compiled.put(new Key(pageId, row.shortcode(), row.version()), form);
    return form;
  }

  private static FormSource source(FormRow row, JsonObject source) {
    FormOptions options =
        Optional.ofNullable(FormOptionsReader.read(source.get("options")).value())
            .orElse(FormOptions.DEFAULT);
    Json messages = source.get("messages");
    return new FormSource(
        row.shortcode(),
        row.version(),
        Objects.requireNonNullElse(source.get("form"), JsonNull.NULL),
        messages instanceof JsonNull ? null : messages,
        options);
  }
}
