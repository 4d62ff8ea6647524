package dev.baton.survey.forms;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.baton.survey.core.form.Finding;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.form.Forms;
import dev.baton.survey.core.form.compile.DescriptionParser.Described;

/**
 * Whatever an author writes into a description, it is read or refused with a reason. Source: survey
 * spec §4.3.
 */
class DescriptionFuzzTest {
  private static final YamlDescriptions DESCRIPTIONS = new YamlDescriptions();

  @FuzzTest
  void anyTextIsReadOrRefusedWithAReason(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();

    switch (DESCRIPTIONS.parse(text)) {
      case Described.Read read -> assertThat(FormText.json(read.value().write())).isNotNull();
      case Described.Unreadable(String reason) -> assertThat(reason).isNotBlank();
    }
    assertThat(Forms.check(FormText.form().say("a", text).ask("b").build()).findings())
        .extracting(Finding::suggestion)
        .allSatisfy(suggestion -> assertThat(suggestion).isNotBlank());
  }
}
