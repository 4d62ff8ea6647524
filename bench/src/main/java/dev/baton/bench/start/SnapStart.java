package dev.baton.bench.start;

import dev.baton.bench.figure.Spread;
import dev.baton.bench.start.SnapStarter.Restore;
import dev.baton.bench.start.Starter.Function;
import dev.baton.local.LocalStack;
import dev.baton.local.runtime.TaskFolder;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * From asking for the restore of a snapshot to the first answer: every function that has a handler,
 * each in turn with a function that only says hello. Goal: at most 1.6 times the hello. Arguments
 * as those of {@link ColdStart}, and {@code criu=} with another program than the one on the path.
 */
public final class SnapStart {
  private static final int WARM_UP = 1;
  private static final int PAIRS = 10;
  private static final double MILLION = 1_000_000.0;
  private static final String RESTORED = "restored:";

  private final PrintStream out = System.out;
  private final Map<String, Double> figures = new TreeMap<>();

  private SnapStart() {}

  /** Runs it from the folder of the template, after {@code ./mvnw -DskipTests package}. */
  public static void main(String[] arguments) throws Exception {
    Chosen chosen = Chosen.of(arguments);
    SnapStart starts = new SnapStart();
    Criu criu = Criu.of(chosen.program());
    try (LocalStack stack = DeployedCode.stack();
        TaskFolder folder = TaskFolder.ofClass(HelloHandler.class);
        DeployedCode code = new DeployedCode(stack);
        Starter starter = new Starter(stack.awsUrl())) {
      SnapStarter snapStarter = new SnapStarter(starter, criu);
      Function hello = ColdStart.hello(folder);
      starts.out.println(
          "function | readied: hello | it | MB: hello | it | restored: hello | it | ratio |"
              + " answering: hello | it | ratio | fifth call: hello | it");
      for (Function function : code.functions(chosen, starter)) {
        starts.compare(snapStarter, hello, function);
      }
    }
    chosen.end(starts.figures);
  }

  private void compare(SnapStarter starter, Function hello, Function function) throws Exception {
    List<Restore> hellos = new ArrayList<>();
    List<Restore> functions = new ArrayList<>();
    for (int pair = 0; pair < WARM_UP + PAIRS; pair++) {
      hellos.add(starter.restore(hello));
      functions.add(starter.restore(function));
    }
    hellos.subList(0, WARM_UP).clear();
    functions.subList(0, WARM_UP).clear();
    figures.put(RESTORED + function.name(), ratio(hellos, functions, Restore::whole));
    out.printf(
        "%s | %s | %s | %s | %.2f | %s | %.2f | %s%n",
        function.name(),
        medians(hellos, functions, Restore::readying),
        medians(hellos, functions, Restore::images),
        medians(hellos, functions, Restore::whole),
        ratio(hellos, functions, Restore::whole),
        medians(hellos, functions, Restore::answering),
        ratio(hellos, functions, Restore::answering),
        medians(hellos, functions, Restore::fifth));
  }

  private static String medians(
      List<Restore> hellos, List<Restore> functions, ToLongFunction<Restore> figure) {
    return "%.0f | %.0f"
        .formatted(median(hellos, figure) / MILLION, median(functions, figure) / MILLION);
  }

  private static double ratio(
      List<Restore> hellos, List<Restore> functions, ToLongFunction<Restore> figure) {
    return median(functions, figure) / median(hellos, figure);
  }

  private static double median(List<Restore> restores, ToLongFunction<Restore> figure) {
    return Spread.of(restores.stream().mapToLong(figure).toArray()).median();
  }
}
