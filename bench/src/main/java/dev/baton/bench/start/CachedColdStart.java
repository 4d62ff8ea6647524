package dev.baton.bench.start;

import dev.baton.bench.start.Starter.Function;
import dev.baton.local.LocalStack;
import dev.baton.local.runtime.TaskFolder;
import java.util.List;

/**
 * The cold start of {@code chat-connect} and of a hello when each has an AOT cache (JEP 483, 514)
 * of its own, which Lambda advises against in zips.
 */
public final class CachedColdStart {
  private static final int WARM_UP = 3;
  private static final int PAIRS = 10;

  private CachedColdStart() {}

  /** Runs it from the folder of the template, after {@code ./mvnw -DskipTests package}. */
  public static void main(String[] arguments) throws Exception {
    try (LocalStack stack = DeployedCode.stack();
        TaskFolder folder = TaskFolder.ofClass(HelloHandler.class);
        DeployedCode code = new DeployedCode(stack);
        Starter starter = new Starter(stack.awsUrl())) {
      Pairs pairs =
          Pairs.of(
              WARM_UP,
              PAIRS,
              trained(starter, ColdStart.hello(folder)),
              trained(starter, code.function("chat-connect")));
      System.out.printf(
          "hello | it | processor: hello | it | ratio%n%s | %.2f%n",
          pairs.medians(), pairs.ratio());
    }
  }

  /** Starts it once to write its cache; later starts use it. */
  private static Pairs.Starting trained(Starter starter, Function function) throws Exception {
    String cache = function.folder().path().resolve("start.aot").toString();
    List<String> jars = List.of(function.folder().jars());
    starter.start(function, jars, List.of("-XX:AOTCacheOutput=" + cache));
    return () -> starter.start(function, jars, List.of("-XX:AOTCache=" + cache));
  }
}
