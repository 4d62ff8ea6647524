package dev.baton.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final List<String> KNOWN = List.of("page_id", "user_id", "limit", "since");

  @Test
  void aTypingErrorFindsItsName() {
    assertThat(NearestName.of("limt", KNOWN)).isEqualTo("limit");
    assertThat(NearestName.of("sinse", KNOWN)).isEqualTo("since");
  }

  @Test
  void caseAndSeparatorsDoNotCount() {
    assertThat(NearestName.of("pageId", KNOWN)).isEqualTo("page_id");
    assertThat(NearestName.of("USER-ID", KNOWN)).isEqualTo("user_id");
  }

  @Test
  void whatIsNearNothingFindsNothing() {
    assertThat(NearestName.of("temperature", KNOWN)).isNull();
    assertThat(NearestName.of("", KNOWN)).isNull();
    assertThat(NearestName.of("x".repeat(10_000), KNOWN)).isNull();
    assertThat(NearestName.of("limit", List.of())).isNull();
  }
}
