package dev.baton.bench.memory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the process of a function has used since its start.
 *
 * @param pid the process
 * @param calls how often its function was called
 * @param processor nanoseconds that all its threads worked
 * @param resident the most memory that was resident at once, in megabytes
 */
record Usage(long pid, long calls, long processor, double resident) {
  private static final double KIBIBYTES = 1_024.0;
  private static final Pattern FUNCTION =
      Pattern.compile("(?:^|\0)AWS_LAMBDA_FUNCTION_NAME=([^\0]*)");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");
  private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

  /** The processes of this process by the function that they run; calls are not counted yet. */
  static Map<String, Usage> ofProcesses() throws IOException {
    Map<String, Usage> usages = new HashMap<>();
    for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
      String function = first(FUNCTION, read(process, "environ")).orElse(null);
      String peak = first(PEAK, read(process, "status")).orElse(null);
      if (function != null && peak != null) {
        Duration worked = process.info().totalCpuDuration().orElse(Duration.ZERO);
        usages.put(
            function,
            new Usage(process.pid(), 0, worked.toNanos(), Double.parseDouble(peak) / KIBIBYTES));
      }
    }
    return usages;
  }

  /** The same with that many calls. */
  Usage of(long count) {
    return new Usage(pid, count, processor, resident);
  }

  /** Megabytes of its heap that are in use after a collection. */
  double live() throws IOException, InterruptedException {
    command("GC.run");
    return USED.matcher(command("GC.heap_info"))
            .results()
            .mapToDouble(generation -> Double.parseDouble(generation.group(1)))
            .sum()
        / KIBIBYTES;
  }

  private String command(String name) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), name)
            .redirectErrorStream(true)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return answer;
  }

  private static String read(ProcessHandle process, String file) throws IOException {
    try {
      return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
    } catch (NoSuchFileException ended) {
      return "";
    }
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(Objects.requireNonNull(found.group(1))) : Optional.empty();
  }
}
