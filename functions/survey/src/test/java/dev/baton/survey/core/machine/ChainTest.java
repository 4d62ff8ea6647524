package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.given;
import static dev.baton.survey.core.machine.World.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.participant.command.ReleaseAction;
import org.junit.jupiter.api.Test;

/** Chains of handoffs, survey spec §6.7. */
class ChainTest {
  @Test
  void aChainGoesThroughItsStepsWithOneMessage() {
    World world = given(chain(""));

    world.pass(MINUTE).returned("111", "{\"level\":1}");
    assertThat(world.hidden("e_handover_step1_level")).isEqualTo(Json.of(1));
    assertThat(world.hidden("e_handover_level")).isNull();
    world.pass(20 * MINUTE);
    assertThat(world.hiddenText("e_handover_step2_outcome")).isEqualTo("timed_out");
    world.pass(MINUTE).returned("333", "{\"level\":3}");

    assertThat(world.story())
        .containsExactly(
            "arm wait",
            "give",
            "pass 111",
            "arm wait",
            "cancel wait",
            "pass 222",
            "arm wait",
            "take",
            "pass 333",
            "cancel wait",
            "after");
    assertThat(world.outcomes()).containsExactly("returned", "timed_out", "returned");
    assertThat(world.hidden("e_handover_level")).isEqualTo(Json.of(3));
    assertThat(world.hiddenText("e_handover_step1_outcome")).isEqualTo("returned");
  }

  @Test
  void aChainMayStopEarly() {
    World world = given(chain(",\"stop_on\":[\"timed_out\"]"));

    world.pass(20 * MINUTE);

    assertThat(world.outcomes()).containsExactly("timed_out");
    assertThat(world.ref()).isEqualTo("after");
  }

  @Test
  void anOperatorsContinueEndsTheChain() {
    World world = given(chain(""));

    world.release(new ReleaseAction.Continue());

    assertThat(world.outcomes()).containsExactly("cancelled");
    assertThat(world.ref()).isEqualTo("after");
  }

  private static String chain(String more) {
    return """
    {"type":"handoff","chain":[{"target_app_id":"111","timeout_minutes":20},\
    {"target_app_id":"222","timeout_minutes":20},\
    {"target_app_id":"333","timeout_minutes":20}]%s}\
    """
        .formatted(more);
  }
}
