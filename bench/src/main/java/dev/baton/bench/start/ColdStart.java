package dev.baton.bench.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.bench.start.Starter.Function;
import dev.baton.local.LocalStack;
import dev.baton.local.runtime.TaskFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * From the start of a process to its first answer: every function that has a handler, as deployed,
 * each in turn with a function that only says hello. Goal: at most 1.6 times the hello. Fails when
 * a ratio or a zip is worse by a fifth than in the baseline; with the argument {@code accept} it
 * makes what it finds the baseline; other arguments name the only functions to measure.
 */
public final class ColdStart {
  private static final int WARM_UP = 1;
  private static final int PAIRS = 10;
  private static final double MEGABYTE = 1_000_000.0;

  private final PrintStream out = System.out;
  private final Map<String, Double> figures = new TreeMap<>();

  private ColdStart() {}

  /** Runs it from the folder of the template, after {@code ./mvnw -DskipTests package}. */
  public static void main(String[] arguments) throws Exception {
    Chosen chosen = Chosen.of(arguments);
    ColdStart starts = new ColdStart();
    starts.weigh();
    try (LocalStack stack = DeployedCode.stack();
        TaskFolder folder = TaskFolder.ofClass(HelloHandler.class);
        DeployedCode code = new DeployedCode(stack);
        Starter starter = new Starter(stack.awsUrl())) {
      Function hello = hello(folder);
      starts.out.println("function | hello | it | processor: hello | it | ratio | of processor");
      for (Function function : code.functions(chosen, starter)) {
        starts.compare(starter, hello, function);
      }
    }
    chosen.end(starts.figures);
  }

  /** The function that says hello, in this folder. */
  static Function hello(TaskFolder folder) {
    byte[] event = "{}".getBytes(UTF_8);
    return new Function("hello", folder, HelloHandler.class.getName(), Map.of(), event, 200);
  }

  private void weigh() throws IOException {
    for (Map.Entry<String, Path> zip : DeployedCode.zips().entrySet()) {
      double size = Files.size(zip.getValue()) / MEGABYTE;
      figures.put("zip:" + zip.getKey(), size);
      out.printf("%s: %.1f MB%n", zip.getKey(), size);
    }
  }

  private void compare(Starter starter, Function hello, Function function) throws Exception {
    Pairs pairs =
        Pairs.of(WARM_UP, PAIRS, () -> starter.start(hello), () -> starter.start(function));
    figures.put(function.name(), pairs.ratio());
    out.printf(
        "%s | %s | %.2f | %.2f%n",
        function.name(), pairs.medians(), pairs.ratio(), pairs.processorRatio());
  }
}
