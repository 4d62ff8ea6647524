package dev.baton.survey.core.machine;

import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.participant.OpenHandoff;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.Timer;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.command.Firing;
import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.TimerKind;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/** What the network does to a transcript without changing what anybody meant. */
sealed interface Noise {

  /** Something that has to change nothing. */
  void make(World world);

  /** Time goes on until a wait's time has come. */
  void reachTime(World world, long due);

  /** The target returns about when the handoff's time is over, and counts. */
  void returnAroundDeadline(World world, OpenHandoff handoff, String metadata);

  /** What is left over at the end. */
  void rest(World world);

  /** Nothing is lost, late or double; every echo comes at once. */
  record None() implements Noise {
    @Override
    public void make(World world) {}

    @Override
    public void reachTime(World world, long due) {
      world.pass(Math.max(0, due - world.now()));
    }

    @Override
    public void returnAroundDeadline(World world, OpenHandoff handoff, String metadata) {
      RunningWait wait = Objects.requireNonNull(world.participant().waiting());
      long due = wait.armed().due().orElse(world.now());
      world.at(due - 1_000).returned(handoff.target(), metadata);
    }

    @Override
    public void rest(World world) {}
  }

  /** Nothing but time between the steps: enough for a message in doubt to go once more. */
  record Slow() implements Noise {
    @Override
    public void make(World world) {
      world.pass(61_000);
    }

    @Override
    public void reachTime(World world, long due) {
      new None().reachTime(world, due);
    }

    @Override
    public void returnAroundDeadline(World world, OpenHandoff handoff, String metadata) {
      world.returned(handoff.target(), metadata);
    }

    @Override
    public void rest(World world) {
      world.pass(World.HOUR);
    }
  }

  /** Everything is repeated, late, lost and out of order. */
  record Wild(SplittableRandom random) implements Noise {

    @Override
    public void make(World world) {
      if (world.outbox().size() > 15) {
        world.withDelivery();
      }
      for (int count = random.nextInt(4); count > 0; count--) {
        switch (random.nextInt(6)) {
          case 0, 1 -> repeat(world);
          case 2 -> echo(world);
          case 3 -> staleTimer(world);
          case 4 -> earlyTimer(world);
          default -> delivery(world);
        }
      }
    }

    private void repeat(World world) {
      world.decide(new Command.Arrived(world.items.get(random.nextInt(world.items.size()))));
    }

    private void echo(World world) {
      List<Effect> sent = world.performed.stream().filter(Effect.Send.class::isInstance).toList();
      if (!sent.isEmpty()) {
        String eid = sent.get(random.nextInt(sent.size())).id();
        Happening echo = new Happening.Echoed(eid, JsonObject.EMPTY, "text");
        world.decide(new Command.Arrived(world.item(echo, world.now(), false)));
      }
    }

    private void staleTimer(World world) {
      if (!world.everArmed.isEmpty()) {
        Effect.ArmTimer timer = world.everArmed.get(random.nextInt(world.everArmed.size()));
        if (!isCurrent(world, timer)) {
          world.fire(timer.kind(), timer.round(), Firing.SCHEDULER);
        }
      }
    }

    private static boolean isCurrent(World world, Effect.ArmTimer timer) {
      RunningWait wait = world.participant().waiting();
      Timer current =
          switch (timer.kind()) {
            case WAIT -> wait == null ? null : wait.timer();
            case FOLLOWUP -> world.participant().position().followUp();
            case RETRY -> world.participant().outbox().retry();
          };
      return current != null && current.round() == timer.round();
    }

    private void earlyTimer(World world) {
      RunningWait wait = world.participant().waiting();
      Timer timer = wait == null ? null : wait.timer();
      if (timer != null && timer.due() > world.now()) {
        world.fire(TimerKind.WAIT, timer.round(), Firing.SCHEDULER);
      }
    }

    /** A delivery may be long in coming, but not so long that replies are left out. */
    private void delivery(World world) {
      if (random.nextBoolean() && world.outbox().size() < 10) {
        world.withoutDelivery();
      } else {
        world.withDelivery();
      }
    }

    @Override
    public void reachTime(World world, long due) {
      world.withDelivery();
      if (random.nextBoolean()) {
        world.pass(Math.max(0, due - world.now()));
      } else {
        world.at(due + random.nextInt(60_000)).returned("654321", "{}");
        world.pass(0);
      }
    }

    @Override
    public void returnAroundDeadline(World world, OpenHandoff handoff, String metadata) {
      RunningWait wait = Objects.requireNonNull(world.participant().waiting());
      long due = wait.armed().due().orElse(world.now());
      world.withDelivery();
      world.at(due + random.nextInt(-2_000, 60_000)).returned(handoff.target(), metadata);
      world.pass(0);
    }

    @Override
    public void rest(World world) {
      for (int round = 0; round < 5; round++) {
        make(world);
      }
      world.withDelivery();
    }
  }
}
