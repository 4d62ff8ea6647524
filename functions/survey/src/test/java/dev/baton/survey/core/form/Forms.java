package dev.baton.survey.core.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.compile.FormCompiler;
import dev.baton.survey.core.form.lint.FormLinter;
import dev.baton.survey.core.form.lint.FormLinter.Surroundings;
import dev.baton.survey.forms.YamlDescriptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/** Compiles and checks forms for tests, with the parsers of run time. */
public final class Forms {
  /** The app that tests are. */
  public static final String OUR_APP = "555000111";

  private static final FormCompiler COMPILER = new FormCompiler(new YamlDescriptions());
  private static final FormLinter LINTER = new FormLinter(COMPILER);
  private static final Surroundings SURROUNDINGS =
      new Surroundings(OUR_APP, Set.of("KNOWN")::contains);

  private Forms() {}

  /** The compiled form. */
  public static Form compile(Json json) {
    return compile(json, FormOptions.DEFAULT);
  }

  /** The compiled form with options. */
  public static Form compile(Json json, FormOptions options) {
    CompiledForm compiled = COMPILER.compile(source(json, options));
    Form form = compiled.form();
    if (form == null) {
      throw new AssertionError("The form does not compile: " + compiled.findings());
    }
    return form;
  }

  /** The compiled form of that name. */
  public static Form compile(String shortcode, int version, Json json, FormOptions options) {
    CompiledForm compiled =
        COMPILER.compile(new FormSource(shortcode, version, json, null, options));
    Form form = compiled.form();
    if (form == null) {
      throw new AssertionError("The form does not compile: " + compiled.findings());
    }
    return form;
  }

  /** The compiled form. */
  public static Form compile(FormText text) {
    return compile(text.build());
  }

  /** The form and everything that the linter says. */
  public static CompiledForm check(Json json) {
    return check(json, FormOptions.DEFAULT);
  }

  /** The form and everything that the linter says, with options. */
  public static CompiledForm check(Json json, FormOptions options) {
    return LINTER.check(source(json, options), SURROUNDINGS);
  }

  /** The form of that shortcode and everything that the linter says. */
  public static CompiledForm check(String shortcode, Json json, FormOptions options) {
    return LINTER.check(new FormSource(shortcode, 1, json, null, options), SURROUNDINGS);
  }

  /** A form of the test resources. */
  public static Json resource(String name) {
    try (InputStream stream = Forms.class.getResourceAsStream("/forms/" + name)) {
      return FormText.json(new String(Objects.requireNonNull(stream, name).readAllBytes(), UTF_8));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Options of a survey that keeps the habits of fly. */
  public static FormOptions fly() {
    return new FormOptions(
        FormOptions.DEFAULT.timezone(),
        null,
        FormOptions.DEFAULT.followUpAfter(),
        FormOptions.DEFAULT.timeouts(),
        true);
  }

  private static FormSource source(Json json, FormOptions options) {
    return new FormSource("TEST01", 1, json, null, options);
  }
}
