package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.counted;
import static dev.baton.survey.core.machine.World.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.ReleaseAction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is bounded, survey spec §1.1 and §7.2. */
class LimitsTest {
  @Test
  void aBurstThatIsTooLongForTheOutboxGoesOnWhenThatIsEmpty() {
    FormText burst = FormText.form();
    for (int field = 0; field < 100; field++) {
      burst.say("s" + field);
    }
    World large = new World(burst.ask("end")).always(Invariants::hold).withoutDelivery();

    large.link("form.FORM").text("during the burst");
    assertThat(large.answered()).containsExactly("s32=during the burst (late)");
    large.withDelivery();

    assertThat(large.said()).hasSize(101).startsWith("s0", "s1").endsWith("s99", "end");
    assertThat(large.state()).isEqualTo(State.QOUT);
    large.text("x");
    assertThat(large.state()).isEqualTo(State.END);
  }

  @Test
  void whatWouldBeTooLargeIsPutAsideAndSeen() {
    FormText oversized = FormText.form();
    for (int field = 0; field < 30; field++) {
      oversized.field("s" + field, "statement", "\u0001".repeat(1_900));
    }
    World large = new World(oversized.ask("end"));

    large.link("form.FORM");

    assertThat(large.outcome()).isEqualTo(new Outcome.DeadLettered("state_too_large"));
    assertThat(large.state()).isEqualTo(State.ERROR);
    assertThat(Objects.requireNonNull(large.participant().error()).tag())
        .isEqualTo(ParticipantError.STATE_TOO_LARGE);
  }

  @Test
  void theItemIsMeasuredInBytes() {
    FormText wide = FormText.form();
    StringBuilder all = new StringBuilder();
    for (int field = 0; field < 60; field++) {
      wide.ask("q" + field);
      all.append("{{field:q").append(field).append("}}");
    }
    World world = new World(wide.field("end", "statement", all.toString())).inMemory();
    world.link("form.FORM");
    int answers = 0;
    while (world.state() == State.QOUT) {
      world.text("\u8a9e".repeat(2_000));
      answers++;
    }

    assertThat(world.outcome()).isEqualTo(new Outcome.DeadLettered("state_too_large"));
    assertThat(answers * 2_000 * 2).isLessThan(Settlement.LARGEST_ITEM);
    assertThat((answers + 1) * 2_000 * 2 * 3).isGreaterThan(Settlement.LARGEST_ITEM);
  }

  @Test
  void whatWouldBeTooLargeEndsTheHandoffItCameIn() {
    FormText oversized = FormText.form().field("give", "handoff", "G").description(Scenes.HANDOFF);
    for (int field = 0; field < 30; field++) {
      oversized.field("s" + field, "statement", "\u0001".repeat(1_900));
    }
    World world = new World(oversized.ask("end")).link("form.FORM");

    world.returned(TARGET, "{\"level\":6}");

    assertThat(world.state()).isEqualTo(State.ERROR);
    assertThat(world.outcomes()).containsExactly("failed");
    assertThat(world.participant().handoff()).isNull();
    assertThat(world.timers).isEmpty();
  }

  @Test
  void valuesOfOthersAreAddedAsLongAsThereIsRoom() {
    World world = new World(FormText.form().ask("one")).link("form.FORM.group.7");
    Map<String, Json> values = new LinkedHashMap<>();
    values.put("large", Json.of("x".repeat(40_000)));
    values.put("too_large", Json.of("x".repeat(20_000)));
    values.put("small", Json.of("y"));
    values.put("seed", Json.of(1));
    world.form("NEW", FormText.form().ask("new").build(), FormOptionsOf.utc());

    world.release(new ReleaseAction.Move("NEW", values));

    assertThat(Objects.requireNonNull(world.participant().survey()).hidden())
        .containsKeys("group", "large", "small")
        .doesNotContainKey("too_large")
        .doesNotContainEntry("seed", Json.of(1));
  }

  @Test
  void aReplyThatIsOmittedInAFloodIsCounted() {
    World world = new World(FormText.form().field("age", "number", "Age?")).withoutDelivery();
    world.link("form.FORM").text("no number");
    assertThat(counted(world)).isEmpty();

    for (int line = 0; line < 20; line++) {
      world.text("no number");
    }

    assertThat(counted(world)).containsEntry("reply_omitted", 1);
  }
}
