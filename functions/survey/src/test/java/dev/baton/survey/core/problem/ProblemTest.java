package dev.baton.survey.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {

  @Test
  void aPlaceInTheFormGrowsDownwards() {
    Location location =
        Location.inForm("/logic/0", "q1").member("actions").element(2).member("a/b~c");

    assertThat(location.pointer()).isEqualTo("/logic/0/actions/2/a~1b~0c");
    assertThat(location.ref()).isEqualTo("q1");
  }

  @Test
  void aPlaceInADescriptionStaysThere() {
    Location location = Location.inDescription("/fields/0/properties/description", "q1");

    assertThat(location.member("wait").element(1)).isEqualTo(location);
  }

  @Test
  void problemsSayWhereTheyAre() {
    Location location = Location.inForm("/a", null);

    assertThat(location.error("c", "f", "s"))
        .isEqualTo(new Problem("c", true, "/a", null, "f", "s"));
    assertThat(location.warning("c", "f", "s"))
        .isEqualTo(new Problem("c", false, "/a", null, "f", "s"));
  }

  @Test
  void aParsedValueMayHaveWarnings() {
    Location location = Location.inForm("", null);
    Parsed<String> warned = new Parsed<>("x", List.of(location.warning("c", "f", "s")));

    assertThat(warned.hasError()).isFalse();
    assertThat(Parsed.of("x").problems()).isEmpty();
  }

  @Test
  void whatDidNotParseHasNoValue() {
    Parsed<String> none = Parsed.none(Location.inForm("", null).error("c", "f", "s"));

    assertThat(none.hasError()).isTrue();
    assertThat(none.value()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "nmae, name",
    "AGE, age",
    "region_1, region",
    "x, age",
    "'', age",
    "age, age",
    "emial, email"
  })
  void theNearestNameHasTheFewestEdits(String dead, String nearest) {
    List<String> names = List.of("name", "age", "region", "email");

    assertThat(NearestName.of(dead, names)).isEqualTo(nearest);
    assertThat(NearestName.suggestion(dead, names, "none")).isEqualTo("Write '" + nearest + "'.");
  }

  @Test
  void ofEquallyNearNamesTheFirstCounts() {
    assertThat(NearestName.of("ab", List.of("abc", "abd"))).isEqualTo("abc");
  }

  @Test
  void withoutNamesThereIsNoNearestOne() {
    assertThat(NearestName.of("x", List.of())).isNull();
    assertThat(NearestName.suggestion("x", List.of(), "Remove it.")).isEqualTo("Remove it.");
  }
}
