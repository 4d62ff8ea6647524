package dev.baton.survey.core.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.core.json.Json;
import dev.baton.survey.core.participant.effect.Effect;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Answers, final state and messages are those of the plain run, whatever is repeated, lost, late or
 * out of order. Survey spec §9. A failure names the seed that shows it again.
 */
class TranscriptTest {
  private static final int TRANSCRIPTS = Effort.of(10_000);

  /** What a run comes to, without ids and times. */
  record Result(
      String state,
      List<String> answers,
      List<String> messages,
      List<String> outcomes,
      Map<String, String> hidden) {}

  @Test
  void noiseChangesNothing() {
    long first = Long.getLong("baton.seed", 20_261_121L);
    for (long seed = first; seed < first + TRANSCRIPTS; seed++) {
      Result plain = run(seed, new Noise.None());
      Result noisy = run(seed, new Noise.Wild(new SplittableRandom(seed)));

      assertSame(noisy, plain, "-Dbaton.seed=" + seed);
    }
  }

  private static void assertSame(Result noisy, Result plain, String seed) {
    assertThat(noisy.answers()).as(seed).isEqualTo(plain.answers());
    assertThat(noisy.messages()).as(seed).isEqualTo(plain.messages());
    assertThat(noisy.outcomes()).as(seed).isEqualTo(plain.outcomes());
    assertThat(noisy.hidden()).as(seed).isEqualTo(plain.hidden());
    assertThat(noisy.state()).as(seed).isEqualTo(plain.state());
  }

  @Test
  void aLostResultCostsAtMostOneDuplicateAndNeverAMessage() {
    long first = Long.getLong("baton.seed", 20_261_121L);
    for (long seed = first; seed < first + TRANSCRIPTS / 10; seed++) {
      World lossy = World.of(SurveyForms.ALL).inMemory();
      lossy.graph.always(losing(new SplittableRandom(seed)));
      Result plain = run(seed, new Noise.Slow(), World.of(SurveyForms.ALL).inMemory());

      Result result = run(seed, new Noise.Slow(), lossy);

      assertSame(result, plain, "-Dbaton.seed=" + seed);
      Map<String, Long> copies =
          lossy.performed.stream()
              .filter(Effect::callsGraph)
              .collect(Collectors.groupingBy(Effect::id, Collectors.counting()));
      assertThat(copies.values()).as("seed " + seed).allMatch(count -> count <= 2);
    }
  }

  /** Loses results of first attempts, whether the message arrived or not. */
  private static Function<Effect, Graph.Answer> losing(SplittableRandom random) {
    Set<String> tried = new HashSet<>();
    return effect -> {
      boolean again = !tried.add(effect.id());
      if (!(effect instanceof Effect.Send)) {
        return Graph.DONE;
      }
      return switch (random.nextInt(4)) {
        case 0 -> Graph.LOST;
        case 1 -> again ? Graph.LOST : Graph.NEVER_SENT;
        default -> Graph.DONE;
      };
    };
  }

  private static Result run(long seed, Noise noise) {
    World world = World.of(SurveyForms.ALL);
    if (seed % 50 != 0) {
      world.inMemory();
    }
    return run(seed, noise, world);
  }

  private static Result run(long seed, Noise noise, World world) {
    String entry = SurveyForms.ENTRIES.get((int) (seed % SurveyForms.ENTRIES.size()));
    new Bot(world, seed, noise).run(entry);
    return result(world);
  }

  static Result result(World world) {
    return new Result(
        world.state() + " " + world.ref(),
        world.answered(),
        messages(world),
        world.outcomes(),
        hidden(world));
  }

  private static List<String> messages(World world) {
    return world.performed.stream()
        .filter(Effect.Send.class::isInstance)
        .distinct()
        .map(effect -> ((Effect.Send) effect).body())
        .map(body -> withoutId(body.write()))
        .toList();
  }

  private static String withoutId(String body) {
    return body.replaceAll(",?\\\\\"eid\\\\\":\\\\\"[0-9:]+\\\\\"", "");
  }

  private static Map<String, String> hidden(World world) {
    Map<String, Json> hidden = Objects.requireNonNull(world.participant().survey()).hidden();
    Map<String, String> texts = new TreeMap<>();
    hidden.forEach((name, value) -> texts.put(name, value.write()));
    texts.keySet().removeIf(name -> name.contains("duration") || name.equals("startTime"));
    return texts;
  }
}
