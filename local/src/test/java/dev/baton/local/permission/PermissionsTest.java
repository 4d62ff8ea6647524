package dev.baton.local.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.edge.AwsCall;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.TemplateReader;
import dev.baton.local.template.TemplateSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What calls of functions need: the resource is what is called, with its alias or without. */
final class PermissionsTest {
  private static final String BARE = AwsPlace.LOCAL.function("SurveyDeliverFunction");

  private final Permissions permissions =
      new Permissions(
          TemplateReader.read(
              new TemplateSource(
                  Path.of("src/test/resources/local/toy.yaml"),
                  Map.of(),
                  AwsPlace.LOCAL,
                  "http://aws",
                  "http://127.0.0.1:8080",
                  function -> "http://" + function)),
          AwsPlace.LOCAL);

  @Test
  void aCallOfAnAliasNeedsTheAlias() {
    assertThat(List.of(needed("SurveyDeliverFunction:live", ""), needed(BARE + ":live", "")))
        .containsOnly(BARE + ":live");
    assertThat(needed("SurveyDeliverFunction", "live")).isEqualTo(BARE + ":live");
  }

  @Test
  void aCallByTheBareNameNeedsTheBareName() {
    assertThat(List.of(needed("SurveyDeliverFunction", ""), needed(BARE, ""))).containsOnly(BARE);
  }

  private String needed(String function, String qualifier) {
    AwsCall call =
        new AwsCall(
            "POST",
            List.of("2015-03-31", "functions", function, "invocations"),
            qualifier.isEmpty() ? Map.of() : Map.of("Qualifier", qualifier),
            Map.of(),
            new byte[0]);
    return permissions.of("lambda", call).getFirst().resource();
  }
}
