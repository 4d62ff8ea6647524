package dev.baton.survey.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonArray;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.json.JsonText;
import dev.baton.survey.core.problem.Location;
import dev.baton.survey.core.values.Reference;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonTemplateTest {
  private static final JsonObject JSON =
      JsonObject.builder()
          .put("name", "{{field:name}}")
          .put("list", JsonArray.of(Json.of("{{hidden:level}}"), Json.of("x {{var:score}}")))
          .put("fixed", 7)
          .build();

  @Test
  void constantsAreNotInterpolated() {
    JsonTemplate template = JsonTemplate.constant(JSON);

    assertThat(template.isConstant()).isTrue();
    assertThat(template.references()).isEmpty();
    assertThat(template.render(Participants.ana(), new Missing())).isEqualTo(JSON);
  }

  @Test
  void templatesKnowWhatTheyName() {
    JsonTemplate template = template();

    assertThat(template.isConstant()).isFalse();
    assertThat(template.references())
        .containsExactly(
            new Reference.Field("name"),
            new Reference.Hidden("level"),
            new Reference.Variable("score"));
  }

  @Test
  void missingValuesAreCounted() {
    Missing missing = new Missing();
    JsonTemplate.InsertedValue gone =
        new JsonTemplate.InsertedValue(
            new Placeholder(new Reference.Hidden("gone"), false, false, "{{hidden:gone}}"));

    assertThat(gone.render(Participants.ana(), missing)).isEqualTo(new JsonText(""));
    assertThat(missing.count()).isEqualTo(1);
    assertThat(gone.references()).containsExactly(new Reference.Hidden("gone"));
    assertThat(gone.source()).isEqualTo(new JsonText("{{hidden:gone}}"));
  }

  @Test
  void membersAreFoundByName() {
    JsonTemplate template = template();

    assertThat(template.get("fixed")).isEqualTo(new JsonTemplate.Constant(new JsonNumber("7")));
    assertThat(template.get("none")).isNull();
    assertThat(Objects.requireNonNull(template.get("list")).get("0")).isNull();
    assertThat(template.text("name")).isNull();
    assertThat(template.text("fixed")).isNull();
    assertThat(JsonTemplate.constant(JSON).text("name")).isEqualTo("{{field:name}}");
  }

  @Test
  void ofTwoMembersOfOneNameTheFirstIsFound() {
    JsonTemplate twice =
        JsonTemplate.constant(JsonObject.builder().put("a", "1").put("a", "2").build());

    assertThat(twice.text("a")).isEqualTo("1");
  }

  @Test
  void membersCanBeLeftOut() {
    JsonTemplate some = template().without(Set.of("name", "list"));

    assertThat(some.source().write()).isEqualTo("{\"fixed\":7}");
    assertThat(new JsonTemplate.Constant(Json.of(1)).without(Set.of("a")).source())
        .isEqualTo(Json.of(1));
  }

  private static JsonTemplate template() {
    Location location = Location.inDescription("", null);
    Placeholders placeholders =
        Placeholders.protect("{{field:name}} {{hidden:level}} {{var:score}}");
    Json parsed =
        JsonObject.builder()
            .put("name", "9000001000000")
            .put("list", JsonArray.of(new JsonNumber("9000001000001"), Json.of("x 9000001000002")))
            .put("fixed", 7)
            .build();
    JsonTemplate template = Objects.requireNonNull(placeholders.compile(parsed, location).value());
    assertThat(template.source()).isEqualTo(JSON);
    assertThat(template.render(Participants.ana(), new Missing()).write())
        .isEqualTo("{\"name\":\"Ana\",\"list\":[6,\"x 7\"],\"fixed\":7}");
    return template;
  }
}
