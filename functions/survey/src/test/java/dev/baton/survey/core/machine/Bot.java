package dev.baton.survey.core.machine;

import dev.baton.survey.core.answer.Acceptance;
import dev.baton.survey.core.form.Field;
import dev.baton.survey.core.form.Form;
import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.participant.OpenHandoff;
import dev.baton.survey.core.participant.RunningSurvey;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * A participant, the apps behind handoffs and the senders of signals, who act the same way in every
 * run of one seed: what they do depends on the seed, the field and how often they were there, never
 * on what else arrives.
 */
final class Bot {
  private static final int MOST_STEPS = 40;

  private final World world;
  private final long seed;
  private final Noise noise;
  private final Map<String, Integer> visits = new HashMap<>();

  Bot(World world, long seed, Noise noise) {
    this.world = world;
    this.seed = seed;
    this.noise = noise;
  }

  /** Runs one survey from its link to its end. */
  void run(String shortcode) {
    world.link("form." + shortcode + ".from.link");
    noise.make(world);
    for (int step = 0; step < MOST_STEPS && world.state() != State.END; step++) {
      act();
      noise.make(world);
    }
    if (pick("end").nextInt(3) == 0) {
      world.text("Thank you!");
    }
    noise.rest(world);
  }

  private void act() {
    Field field = field();
    SplittableRandom choice = pick(field.ref());
    world.pass(1_000 + choice.nextInt(5_000));
    if (!field.ref().equals(world.ref())) {
      return;
    }
    if (world.state() == State.QOUT) {
      answer(field, choice);
    } else if (world.participant().handoff() != null) {
      handle(Objects.requireNonNull(world.participant().handoff()), choice);
    } else {
      await(choice);
    }
  }

  private Field field() {
    RunningSurvey survey = Objects.requireNonNull(world.participant().survey());
    Form form =
        SurveyForms.ALL.stream()
            .filter(candidate -> candidate.shortcode().equals(survey.shortcode()))
            .findFirst()
            .orElseThrow();
    return Objects.requireNonNull(form.field(Objects.requireNonNull(world.ref())));
  }

  private SplittableRandom pick(String where) {
    int visit = visits.merge(where, 1, Integer::sum);
    return new SplittableRandom(seed * 31 + where.hashCode() * 7L + visit);
  }

  private void answer(Field field, SplittableRandom choice) {
    if (choice.nextInt(5) == 0) {
      world.text("   ");
      noise.make(world);
    }
    if (choice.nextInt(5) == 0) {
      world.tap("x", "some-other-field");
      noise.make(world);
    }
    say(field, choice);
  }

  private void say(Field field, SplittableRandom choice) {
    List<String> labels = field.acceptance().labels();
    if (!labels.isEmpty()) {
      String label = labels.get(choice.nextInt(labels.size()));
      boolean types = choice.nextBoolean();
      if (types) {
        world.text(label);
      } else {
        world.tap(label, field.ref());
      }
      return;
    }
    switch (field.acceptance()) {
      case Acceptance.NumberIn number -> world.text("" + choice.nextInt(100));
      case Acceptance.Email email -> world.text("ana@example.org");
      case Acceptance.Upload upload ->
          world.arrive(new Happening.MediaSent("image", "https://example.org/1.png", null));
      default -> world.text("answer " + choice.nextInt(1_000));
    }
  }

  private void await(SplittableRandom choice) {
    switch (choice.nextInt(4)) {
      case 0 -> world.signal("{\"type\":\"done\",\"n\":1}");
      case 1 -> world.signal("{\"type\":\"heartbeat\",\"n\":" + choice.nextInt(9) + "}");
      case 2 -> world.text("word " + choice.nextInt(9));
      default -> letTimePass();
    }
  }

  private void letTimePass() {
    RunningWait wait = Objects.requireNonNull(world.participant().waiting());
    long due = wait.armed().due().orElse(world.now() + World.HOUR);
    noise.reachTime(world, due);
  }

  private boolean isOpen(OpenHandoff handoff) {
    OpenHandoff open = world.participant().handoff();
    return open != null && open.id().equals(handoff.id());
  }

  private void handle(OpenHandoff handoff, SplittableRandom choice) {
    if (choice.nextInt(3) == 0) {
      world.standby(new Happening.TextSent("chat"));
      noise.make(world);
    }
    if (choice.nextInt(4) == 0) {
      world.returned("123456", "{\"level\":1}");
      noise.make(world);
    }
    if (!isOpen(handoff)) {
      return;
    }
    String metadata =
        List.of("{\"level\":3}", "{\"level\":7,\"type\":\"x\"}", "done", "", "[1,{\"a\":null}]")
            .get(choice.nextInt(5));
    switch (choice.nextInt(7)) {
      case 0 -> letTimePass();
      case 1 -> {
        letTimePass();
        noise.make(world);
        world.returned(handoff.target(), metadata);
      }
      case 2 -> world.idle();
      case 3 -> world.signal("{\"type\":\"done\"}");
      case 4 -> {
        noise.returnAroundDeadline(world, handoff, metadata);
      }
      case 5 -> world.text("hello?");
      default -> world.returned(handoff.target(), metadata);
    }
  }
}
