package dev.baton.local.graph;

import static dev.baton.local.graph.SimulatorWorld.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When faults strike: by number, by count, by chance, by person. */
final class FaultTurnsIT {

  @AutoClose private final SimulatorWorld world;

  FaultTurnsIT() throws Exception {
    world = new SimulatorWorld();
    world.anaWrites("Hello");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"code":613}                            | x x x x x x
          {"code":613,"nth":2}                    | . x . . . .
          {"code":613,"nth":[1,4]}                | x . . x . .
          {"code":613,"times":2}                  | x x . . . .
          {"code":613,"after":3}                  | . . . x x x
          {"code":613,"after":1,"times":1}        | . x . . . .
          {"code":613,"probability":0}            | . . . . . .
          {"code":613,"endpoint":"pass_thread_control"} | . . . . . .
          {"code":613,"user":"somebody else"}     | . . . . . .
          {"code":613,"contains":"text 4"}        | . . . . x .
          """)
  void aRuleStrikesWhenItsTurnComes(String rule, String expected) throws Exception {
    fault(rule);

    assertThat(strikes(6)).isEqualTo(expected);
  }

  @Test
  void chanceRepeatsWithItsSeed() throws Exception {
    List<String> runs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      world.order("POST", "reset", "{\"seed\":7}");
      fault("{\"code\":613,\"probability\":0.5}");
      runs.add(strikes(20));
    }

    assertThat(runs.get(0)).isEqualTo(runs.get(1)).contains("x", ".");
  }

  @Test
  void aRuleCanCountForEachPersonByItself() throws Exception {
    fault("{\"code\":613,\"nth\":1,\"per_user\":true}");

    assertThat(strikes(2)).isEqualTo("x .");
    assertThat(world.graph("messages", SimulatorWorld.textBody("x").replace(ANA, "42")).code())
        .isEqualTo(613);
  }

  @Test
  void theOldestRuleThatStrikesHasItsWay() throws Exception {
    fault("{\"code\":4,\"nth\":1}");
    fault("{\"code\":17}");

    assertThat(List.of(world.say("x").code(), world.say("y").code())).containsExactly(4, 17);
  }

  @Test
  void rulesAreListedWithTheirCountsAndCanBeRemoved() throws Exception {
    fault("{\"code\":613,\"nth\":2}");
    strikes(3);

    JsonNode rule = world.order("GET", "faults", "").path("faults").path(0);
    assertThat(rule.path("calls").asInt()).isEqualTo(3);
    assertThat(rule.path("strikes").asInt()).isEqualTo(1);
    JsonNode left = world.order("DELETE", "faults/" + rule.path("id").asText(), "");

    assertThat(left.path("faults")).isEmpty();
  }

  private void fault(String rule) throws Exception {
    world.order("POST", "faults", rule);
  }

  private String strikes(int calls) throws Exception {
    List<String> strikes = new ArrayList<>();
    for (int call = 0; call < calls; call++) {
      strikes.add(world.say("text " + call).status() == 200 ? "." : "x");
    }
    return String.join(" ", strikes);
  }
}
