package dev.baton.survey.core.machine;

import static dev.baton.survey.core.machine.World.HOUR;
import static dev.baton.survey.core.machine.World.MINUTE;
import static dev.baton.survey.core.machine.World.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.survey.core.form.FormText;
import dev.baton.survey.core.handoff.Metadata;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.Timer;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.TimerKind;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has gone wrong in systems of this kind, and does not here: survey spec §9. */
class FailureClassesTest {

  private static World give() {
    return World.of(SurveyForms.ALL).always(Invariants::hold).link("form.GIVE").text("x");
  }

  @Test
  void returnAndTimeoutAtOnceHaveOneOutcomeAndOneContinuation() {
    for (int seed = 0; seed < Effort.of(1_000); seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      World world = give().inMemory();
      Timer timer =
          Objects.requireNonNull(Objects.requireNonNull(world.participant().waiting()).timer());
      world.at(timer.due() + random.nextInt(-500, 500));
      Command timeout = new Command.TimerFired(TimerKind.WAIT, timer.round(), Firing.SCHEDULER);
      Command returned = new Command.Arrived(returnOf(world, TARGET, world.now()));

      if (random.nextBoolean()) {
        world.decide(timeout).decide(returned);
      } else {
        world.decide(returned).decide(timeout);
      }
      world.pass(MINUTE);

      assertThat(world.outcomes()).hasSize(1).containsAnyOf("returned", "timed_out");
      assertThat(world.said().stream().filter("level"::equals)).as("seed " + seed).hasSize(1);
    }
  }

  private static Item returnOf(World world, String app, long timestamp) {
    return world.item(
        new Happening.ControlPassed(World.OURS, app, World.metadata("{\"level\":7}")),
        timestamp,
        false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"handoff\",\"target_app_id\":\"1\",\"timeout_minutes\":20}",
        "{\"type\":\"handoff\",\"handoff\":{\"target_app_id\":1,\"timeout_minutes\":\"20\"}}",
        "{\"type\":\"handoff\",\"target_app_id\":\"1\",\"timeout_minutes\":20,"
            + "\"wait\":{\"type\":\"handoff_return\"}}",
        "{\"type\":\"handoff\",\"target_app_id\":\"1\",\"timeout_minutes\":20,"
            + "\"wait\":{\"op\":\"and\",\"vars\":[{\"type\":\"handoff_return\"},"
            + "{\"type\":\"external\",\"value\":{\"type\":\"x\"}}]}}",
        "{\"type\":\"handoff\",\"target_app_id\":\"1\",\"timeout_minutes\":90,"
            + "\"wait\":{\"type\":\"timeout\",\"value\":\"20m\"}}"
      })
  void aTargetThatNeverReturnsDoesNotKeepTheThread(String description) {
    World world =
        new World(
                FormText.form().field("give", "handoff", "G").description(description).ask("after"))
            .link("form.FORM");

    world.pass(20 * MINUTE);

    assertThat(world.outcomes()).containsExactly("timed_out");
    assertThat(world.story()).endsWith("take", "after");
  }

  /** When something comes back. */
  enum Moment {
    BEFORE_PASSING_IS_KNOWN,
    WHILE_OPEN,
    AFTER_THE_TIMEOUT,
    IN_THE_NEXT_HANDOFF
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void aReturnFromAWrongAppNeverMovesAnything(Moment moment) {
    World world = at(moment);
    Participant before = world.participant();

    world.arrive(returnOf(world, "31337", world.now()));
    world.arrive(
        new Happening.ControlPassed("31337", TARGET, new Metadata.Plain("to somebody else")));

    assertThat(world.participant().position()).isEqualTo(before.position());
    assertThat(world.participant().survey()).isEqualTo(before.survey());
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void aReturnThatIsDoubledCountsOnce(Moment moment) {
    World world = at(moment);
    Item item = returnOf(world, TARGET, world.now());

    world.arrive(item);
    Participant after = world.participant();
    world.arrive(item).arrive(item);

    assertThat(world.participant()).isEqualTo(after);
    assertThat(world.reason()).isEqualTo("duplicate");
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void aReturnOlderThanTheHandoffIsStale(Moment moment) {
    World world = at(moment);
    Participant before = world.participant();

    world.arrive(returnOf(world, TARGET, World.START - 1));

    assertThat(world.participant().position()).isEqualTo(before.position());
    assertThat(world.participant().survey()).isEqualTo(before.survey());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "done", "{\"level\":\"7\"}", "5", "[]", "null", "{"})
  void aReturnWithAnyMetadataResumes(String metadata) {
    World world = give();

    world.returned(TARGET, metadata);

    assertThat(world.outcomes()).containsExactly("returned");
  }

  private static World at(Moment moment) {
    World world =
        new World(
                FormText.form()
                    .field("one", "handoff", "1")
                    .description("{\"target_app_id\":\"999888777\",\"timeout_minutes\":20}")
                    .ask("between")
                    .field("two", "handoff", "2")
                    .description("{\"target_app_id\":\"999888777\",\"timeout_minutes\":20}")
                    .ask("after"))
            .always(Invariants::hold);
    switch (moment) {
      case BEFORE_PASSING_IS_KNOWN -> world.withoutDelivery().link("form.FORM");
      case WHILE_OPEN -> world.link("form.FORM").pass(MINUTE);
      case AFTER_THE_TIMEOUT -> world.link("form.FORM").pass(25 * MINUTE);
      case IN_THE_NEXT_HANDOFF -> world.link("form.FORM").pass(25 * MINUTE).text("x").pass(MINUTE);
    }
    return world;
  }

  @Test
  void aDeliveryThatDiesAnywhereLosesNothing() {
    for (int step = 0; step < 14; step++) {
      for (boolean performed : new boolean[] {false, true}) {
        World world = World.of(SurveyForms.ALL).always(Invariants::hold).withoutDelivery();
        survey(world, step, performed);

        Map<String, Long> copies =
            world.performed.stream()
                .filter(effect -> effect instanceof Effect.Send)
                .collect(Collectors.groupingBy(Words::of, Collectors.counting()));
        assertThat(copies).containsOnlyKeys("before", "hand", "level", "high", "bye");
        assertThat(copies.values()).as("death at " + step).allMatch(count -> count <= 2);
        assertThat(world.outcomes()).containsExactly("returned");
        assertThat(world.answered()).containsExactly("before=x", "high=y");
      }
    }
  }

  private static void survey(World world, int deadlyStep, boolean performed) {
    int[] steps = {0};
    world.link("form.GIVE");
    deliver(world, steps, deadlyStep, performed);
    world.text("x");
    deliver(world, steps, deadlyStep, performed);
    world.returned(TARGET, "{\"level\":7}");
    deliver(world, steps, deadlyStep, performed);
    world.text("y");
    deliver(world, steps, deadlyStep, performed);
  }

  private static void deliver(World world, int[] steps, int deadlyStep, boolean performed) {
    while (world.participant().outbox().isRunning()) {
      if (steps[0]++ == deadlyStep) {
        world.die(performed);
      } else {
        world.deliverOne();
      }
    }
    if (!world.participant().settled()) {
      world.pass(2 * MINUTE);
      deliver(world, steps, deadlyStep, performed);
    }
  }

  @ParameterizedTest
  @EnumSource(FaultClass.class)
  void everyRefusalOfEveryEffectEndsVisibly(FaultClass faultClass) {
    for (String kind : new String[] {"Send", "PassThread", "TakeThread"}) {
      World world = World.of(SurveyForms.ALL).always(Invariants::hold);
      world.graph.always(effect ->
          effect.getClass().getSimpleName().equals(kind)
              ? Graph.refused(faultClass, "613")
              : Graph.DONE);

      world.link("form.GIVE").text("x").pass(72 * HOUR);

      assertThat(world.participant().outbox().retry()).isNull();
      assertThat(world.participant().settled()).isTrue();
      assertThat(world.timers).isEmpty();
      boolean blocked = world.state() == State.BLOCKED;
      assertThat(blocked).isEqualTo(kind.equals("Send"));
      assertThat(world.participant().error() != null).isEqualTo(blocked);
    }
  }

  @Test
  void aWebhookWithoutMessageIdIsKnownByItsContent() {
    World world = give();
    Item item = returnOf(world, TARGET, world.now());

    world.arrive(item);
    world.arrive(
        new Item(
            item.pageId(), item.userId(), item.timestamp(), item.key(), true, item.happening()));

    assertThat(world.reason()).isEqualTo("duplicate");
  }
}
