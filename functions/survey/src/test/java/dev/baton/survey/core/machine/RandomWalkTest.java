package dev.baton.survey.core.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.command.ReleaseAction;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.FaultClass;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Anything at any time: after every step the invariants hold, and in the end nothing is left over.
 */
class RandomWalkTest {
  private static final int WALKS = Effort.of(1_000);
  private static final int STEPS = 60;
  private static final List<String> LINKS =
      List.of("PLAIN", "QUIZ", "GIVE", "CHAIN", "WAITS", "FIRST", "BOTH", "NONE", "RESET");

  @Test
  void invariantsHoldAfterEveryStep() {
    long first = Long.getLong("baton.seed", 20_261_121L);
    for (long seed = first; seed < first + WALKS; seed++) {
      try {
        walk(new SplittableRandom(seed));
      } catch (AssertionError | RuntimeException fault) {
        throw new AssertionError("-Dbaton.seed=" + seed, fault);
      }
    }
  }

  private static void walk(SplittableRandom random) {
    World world =
        World.of(SurveyForms.ALL)
            .with(new PageSettings(null, "RESET", random.nextInt(4) > 0, false))
            .always(Invariants::hold);
    boolean calm = random.nextBoolean();
    world.graph.always(effect -> calm ? Graph.DONE : answer(effect, random));
    world.link("form." + LINKS.get(random.nextInt(LINKS.size())));
    for (int step = 0; step < STEPS; step++) {
      step(world, random);
    }
    settle(world);
  }

  private static Graph.Answer answer(Effect effect, SplittableRandom random) {
    if (!effect.callsGraph()) {
      return random.nextInt(20) == 0 ? Graph.NEVER_SENT : Graph.DONE;
    }
    return switch (random.nextInt(12)) {
      case 0 -> Graph.refused(FaultClass.LATER, "613");
      case 1 -> Graph.refused(FaultClass.NEVER, "100");
      case 2 -> Graph.notOwner();
      case 3 -> Graph.LOST;
      case 4 -> Graph.NEVER_SENT;
      default -> Graph.DONE;
    };
  }

  private static void step(World world, SplittableRandom random) {
    world.passWithoutTimers(random.nextInt(20_000));
    switch (random.nextInt(19)) {
      case 0 -> world.link("form." + LINKS.get(random.nextInt(LINKS.size())));
      case 1, 2, 3 -> world.text(List.of("Yes", "2", "Ana", "a@b.cd", " ").get(random.nextInt(5)));
      case 4 -> world.tap("City");
      case 5 -> world.tap("City", "town");
      case 6 -> world.signal("{\"type\":\"done\"}");
      case 7 -> world.signal("{\"type\":\"beat\",\"n\":" + random.nextInt() + "}");
      case 8 -> world.returned(World.TARGET, "{\"level\":" + random.nextInt(9) + "}");
      case 9 -> world.returned(random.nextBoolean() ? "888777666" : "1", "x");
      case 10 -> world.idle();
      case 11 -> world.standby(new Happening.TextSent("chat"));
      case 12 -> world.pass(random.nextInt(30) * World.MINUTE);
      case 13 -> world.pass(random.nextInt(90_000));
      case 14 -> release(world, random);
      case 15 -> again(world, random);
      case 16 -> echo(world, random);
      case 17 -> oldTimer(world, random);
      default -> delivery(world, random);
    }
  }

  private static void release(World world, SplittableRandom random) {
    ReleaseAction action =
        switch (random.nextInt(8)) {
          case 0 -> new ReleaseAction.Continue();
          case 1 -> new ReleaseAction.Retry();
          case 2 -> new ReleaseAction.Move("GIVE", Map.of("by", Json.of("operator")));
          case 3 -> new ReleaseAction.Block();
          case 4, 5 -> new ReleaseAction.Unblock();
          case 6 -> new ReleaseAction.Reset();
          default -> new ReleaseAction.Move("NONE", Map.of());
        };
    world.release(action);
  }

  private static void again(World world, SplittableRandom random) {
    world.decide(new Command.Arrived(world.items.get(random.nextInt(world.items.size()))));
  }

  private static void echo(World world, SplittableRandom random) {
    List<Effect> sends = world.performed.stream().filter(Effect.Send.class::isInstance).toList();
    if (!sends.isEmpty()) {
      String eid = sends.get(random.nextInt(sends.size())).id();
      Happening echo = new Happening.Echoed(eid, JsonObject.EMPTY, null);
      world.decide(new Command.Arrived(world.item(echo, world.now(), false)));
    }
  }

  private static void oldTimer(World world, SplittableRandom random) {
    if (!world.everArmed.isEmpty()) {
      Effect.ArmTimer timer = world.everArmed.get(random.nextInt(world.everArmed.size()));
      Firing[] firings = Firing.values();
      world.fire(timer.kind(), timer.round(), firings[random.nextInt(firings.length)]);
    }
  }

  /** A delivery is slow, comes back, or is invoked a second time beside the first. */
  private static void delivery(World world, SplittableRandom random) {
    switch (random.nextInt(3)) {
      case 0 -> world.withoutDelivery();
      case 1 -> world.withDelivery();
      default -> world.deliverOne();
    }
  }

  private static void settle(World world) {
    world.graph.always(effect -> Graph.DONE);
    world.with(PageSettings.DEFAULT).withDelivery();
    if (world.state() == State.USER_BLOCKED) {
      world.release(new ReleaseAction.Unblock());
    }
    for (int day = 0; day < 5; day++) {
      world.pass(24 * World.HOUR);
    }
    assertThat(world.participant().outbox().entries()).as("left over").isEmpty();
    assertThat(world.participant().handoff())
        .as("open handoff in " + world.state())
        .matches(open -> open == null || world.state() == State.BLOCKED);
    assertThat(world.outcomes()).doesNotContain("open");
  }
}
