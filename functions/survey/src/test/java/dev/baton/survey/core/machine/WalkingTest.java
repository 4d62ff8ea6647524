package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.counted;
import static dev.baton.survey.core.machine.Scenes.timeout;
import static dev.baton.survey.core.machine.World.HOUR;
import static dev.baton.survey.core.machine.World.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.State;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** From one field to the next, survey spec §4.2, §4.4–4.6. */
class WalkingTest {
  private static final String DIVIDE =
      """
      {"action":"divide","details":{"target":{"type":"variable","value":"score"},\
      "value":{"type":"field","value":"by"}},"condition":{"op":"always","vars":[]}}\
      """;

  private static World dividing() {
    return new World(
            FormText.form()
                .member("variables", "{\"score\":6}")
                .ask("by")
                .field("result", "short_text", "It is {{var:score}}")
                .action("by", DIVIDE))
        .link("form.FORM");
  }

  @Test
  void calculationsChangeVariables() {
    World world = dividing().text("4");

    assertThat(Objects.requireNonNull(world.participant().survey()).variables())
        .containsEntry("score", FormText.json("1.5"));
    assertThat(counted(world)).isEmpty();
  }

  @Test
  void aCalculationThatCannotBeDoneIsCounted() {
    World world = dividing().text("nothing");

    assertThat(Objects.requireNonNull(world.participant().survey()).variables())
        .containsEntry("score", Json.of(6));
    assertThat(counted(world)).containsEntry("calculation_failed", 1);
  }

  @Test
  void whatIsMissingInATextIsCounted() {
    World world =
        new World(FormText.form().field("hi", "short_text", "Hi {{hidden:a}}{{hidden:b}}"));

    world.link("form.FORM");

    assertThat(counted(world)).containsEntry("interpolation_missing", 2);
  }

  @Test
  void aWaitThatEndsAfterTheFormHasClosedEndsTheSurvey() {
    World world = new World();
    world.form(
        "FORM",
        FormText.form()
            .field("pause", "wait", "A moment")
            .description("{\"wait\":" + timeout("1h") + "}")
            .ask("after")
            .build(),
        FormOptionsOf.closingAt(World.START + MINUTE));

    world.link("form.FORM").pass(HOUR);

    assertThat(world.said()).containsExactly("pause", "closed pause");
    assertThat(world.state()).isEqualTo(State.END);
  }

  @Test
  void aFormThatGoesRoundInCirclesIsAnError() {
    World world =
        new World(
            FormText.form()
                .field("give", "handoff", "G")
                .description(Scenes.handoffWith("\"when\":{\"op\":\"or\",\"vars\":[]}"))
                .ask("after")
                .jump("give", "give"));

    world.link("form.FORM");

    ParticipantError error = Objects.requireNonNull(world.participant().error());
    assertThat(error.tag()).isEqualTo(ParticipantError.INTERNAL);
    assertThat(error.message()).contains("give");
    assertThat(world.said()).isEmpty();
  }
}
