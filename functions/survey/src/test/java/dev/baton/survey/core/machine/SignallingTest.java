package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.Scenes.doneAndTime;
import static dev.baton.survey.core.machine.Scenes.object;
import static dev.baton.survey.core.machine.Scenes.paused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.participant.ParticipantJson;
import dev.baton.survey.core.participant.command.Command;
import org.junit.jupiter.api.Test;

/** Signals from outside, survey spec §7.6. */
class SignallingTest {
  @Test
  void aSignalIsStoredUnderItsType() {
    World world = paused("{\"type\":\"timeout\",\"value\":\"30m\"}");

    world.signal("{\"type\":\"lab:done\",\"level\":6,\"old\":1}");
    world.signal("{\"type\":\"lab:done\",\"level\":7}");

    assertThat(world.hidden("e_lab_done_level")).isEqualTo(Json.of(7));
    assertThat(world.hidden("e_lab_done_old")).isNull();
  }

  @Test
  void aSignalThatPlaysHandoverIsRefused() {
    World world = paused("{\"type\":\"timeout\",\"value\":\"30m\"}");

    world.signal("{\"type\":\"handover:x\"}");

    assertThat(world.outcome())
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.code()).isEqualTo("BAD_EVENT"));
    assertThat(world.last().writes()).isFalse();
  }

  @Test
  void aSignalWithAKnownIdIsADuplicate() {
    World world = paused("{\"type\":\"external\",\"value\":{\"type\":\"never\"}}");
    Command signal = new Command.Signalled(object("{\"type\":\"x\",\"n\":1}"), "id-1");

    world.decide(signal);
    assertThat(world.outcome()).isEqualTo(new Outcome.Committed());
    world.decide(signal);

    assertThat(world.reason()).isEqualTo("duplicate");
  }

  @Test
  void tenThousandHeartbeatsLeaveTheItemAsItWas() {
    World world =
        paused(
                """
                {"op":"or","vars":[{"type":"external","value":{"type":"done"}},\
                {"type":"timeout","value":"1d"}]}\
                """)
            .inMemory();
    world.signal("{\"type\":\"beat\",\"n\":10000}");
    int size = ParticipantJson.toJson(world.participant()).write().length();

    for (int beat = 10_000; beat < 10_000 + Effort.of(10_000); beat++) {
      world.signal("{\"type\":\"beat\",\"n\":" + beat + "}");
    }

    String body = ParticipantJson.toJson(world.participant()).write();
    assertThat(body.length()).isBetween(size, size + 8);
    assertThat(world.ref()).isEqualTo("pause");
  }

  @Test
  void whoeverSignalsHearsWhetherAWaitEnded() {
    World world = paused(doneAndTime("or", "30m"));

    world.signal("{\"type\":\"other\"}");
    assertThat(world.last().resumed()).isFalse();
    world.signal("{\"type\":\"done\"}");
    assertThat(world.last().resumed()).isTrue();
  }
}
