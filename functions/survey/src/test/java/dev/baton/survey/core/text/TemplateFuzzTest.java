package dev.baton.survey.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.problem.Parsed;
import dev.baton.survey.core.values.Values;
import java.util.Map;

/**
 * Whatever is inserted into whatever text, nothing breaks and nothing is inserted twice. Source:
 * §4.3, §4.5.
 */
class TemplateFuzzTest {
  private static final Location HERE = Location.inDescription("/d", null);

  @FuzzTest
  void everyTextIsATemplateOrAProblem(FuzzedDataProvider data) {
    String inserted = data.consumeString(50);
    String text = data.consumeRemainingAsString();
    Values values =
        new Values(
            "1", 0, Map.of("a", Json.of(inserted)), Map.of(), Map.of("a", Json.of(inserted)));

    Parsed<Template> parsed = Template.parse(text, HERE);
    Template template = parsed.value();

    assertThat(template == null).isEqualTo(parsed.hasError());
    if (template != null) {
      assertThat(template.source()).isEqualTo(text);
      assertThat(template.render(values, new Missing()).length())
          .isGreaterThanOrEqualTo(template.fixedLength());
    }
  }

  @FuzzTest
  void everyDescriptionIsRestored(FuzzedDataProvider data) {
    String raw = data.consumeRemainingAsString();

    Placeholders placeholders = Placeholders.protect(raw);
    Parsed<JsonTemplate> compiled = placeholders.compile(new JsonText(placeholders.text()), HERE);

    JsonTemplate template = compiled.value();
    if (template != null && !raw.contains("](")) {
      assertThat(template.source()).isEqualTo(new JsonText(raw.replace("\\_", "_")));
    }
  }
}
