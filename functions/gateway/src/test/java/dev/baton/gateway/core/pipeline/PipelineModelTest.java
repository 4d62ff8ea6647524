package dev.baton.gateway.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random pipelines against a model that knows steps only as numbers. */
final class PipelineModelTest {
  private static final long SEEDS = 2_000;

  /** A reference: what is written, and the index it means; -1 latest, -2 earliest, -3 input. */
  private record Ref(String text, int target) {}

  /** A step: its reference, an optional bound that its value must exceed, and its fate. */
  private record Step(@Nullable Ref input, @Nullable Ref condition, int bound, boolean succeeds) {}

  @Test
  void everyPipelineDoesWhatTheModelSays() {
    for (long seed = 0; seed < SEEDS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Step> steps = steps(random);
      boolean goesOn = random.nextBoolean();
      int timeUp = random.nextInt(4) == 0 ? random.nextInt(steps.size() + 1) : steps.size();

      assertThat(real(steps, goesOn, timeUp))
          .as("seed %d", seed)
          .isEqualTo(model(steps, goesOn, timeUp));
    }
  }

  private static List<Step> steps(SplittableRandom random) {
    List<Step> steps = new ArrayList<>();
    int size = 1 + random.nextInt(10);
    for (int index = 0; index < size; index++) {
      steps.add(
          new Step(
              random.nextInt(4) == 0 ? null : reference(index, random),
              random.nextInt(3) == 0 ? reference(index, random) : null,
              random.nextInt(size),
              random.nextInt(5) != 0));
    }
    return steps;
  }

  private static Ref reference(int index, SplittableRandom random) {
    int target = index == 0 ? 0 : random.nextInt(index);
    return switch (index == 0 ? random.nextInt(3) : random.nextInt(5)) {
      case 0 -> new Ref("$prev.v", -1);
      case 1 -> new Ref("$first.v", -2);
      case 2 -> new Ref("$input.v", -3);
      case 3 -> new Ref("$steps[" + target + "].v", target);
      default -> new Ref("$steps.s" + target + ".v", target);
    };
  }

  /** One line for each step: what it was called with, or why it was not. */
  private static List<String> real(List<Step> steps, boolean goesOn, int timeUp) {
    PipelineRun run = PipelineRunTest.run(json(steps), "{'continueOnFailure':" + goesOn + "}");
    List<String> lines = new ArrayList<>();
    PipelineRun.Next next = run.next(timeUp == 0);
    while (!(next instanceof PipelineRun.Done)) {
      int index = run.outcomes().size();
      if (next instanceof PipelineRun.Call(PipelineStep step, Json input)) {
        lines.add(input.write());
        run = run.after(outcome(index, steps.get(index).succeeds()));
      } else if (next instanceof PipelineRun.Skip(PipelineRun successor)) {
        run = successor;
        lines.add("skipped");
      }
      next = run.next(run.outcomes().size() >= timeUp);
    }
    return lines;
  }

  private static List<String> model(List<Step> steps, boolean goesOn, int timeUp) {
    List<@Nullable Integer> values = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    boolean failed = false;
    for (int index = 0; index < steps.size(); index++) {
      Step step = steps.get(index);
      Integer compared = step.condition() == null ? null : value(step.condition(), values);
      boolean holds = step.condition() == null || (compared != null && compared > step.bound());
      if (index >= timeUp || (failed && !goesOn) || !holds) {
        lines.add("skipped");
        values.add(null);
      } else {
        Integer value = step.input() == null ? null : value(step.input(), values);
        lines.add(value == null ? "{}" : "{\"x\":" + value + "}");
        values.add(step.succeeds() ? index : null);
        failed |= !step.succeeds();
      }
    }
    return lines;
  }

  private static @Nullable Integer value(Ref ref, List<@Nullable Integer> values) {
    List<Integer> there = new ArrayList<>();
    for (Integer value : values) {
      if (value != null) {
        there.add(value);
      }
    }
    return switch (ref.target()) {
      case -1 -> there.isEmpty() ? null : there.getLast();
      case -2 -> there.isEmpty() ? null : there.getFirst();
      case -3 -> null;
      default -> ref.target() < values.size() ? values.get(ref.target()) : null;
    };
  }

  private static StepOutcome outcome(int index, boolean succeeds) {
    return succeeds
        ? PipelineRunTest.success(JsonObject.builder().put("v", index).build())
        : PipelineRunTest.failure();
  }

  private static String json(List<Step> steps) {
    List<String> texts = new ArrayList<>();
    for (int index = 0; index < steps.size(); index++) {
      Step step = steps.get(index);
      String input = step.input() == null ? "{}" : "{'x':'" + step.input().text() + "'}";
      String when =
          step.condition() == null
              ? ""
              : ",'when':{'$gt':['" + step.condition().text() + "'," + step.bound() + "]}";
      texts.add("{'command':'a-b','as':'s" + index + "','input':" + input + when + "}");
    }
    return "[" + String.join(",", texts) + "]";
  }
}
