package dev.baton.bench.start;

import static dev.baton.local.runtime.Initialization.ON_DEMAND;
import static dev.baton.local.runtime.Initialization.SNAP_START;

import dev.baton.local.runtime.Initialization;
import dev.baton.local.runtime.RuntimeApi;
import dev.baton.local.runtime.RuntimeClient;
import dev.baton.local.runtime.RuntimeInvocation;
import dev.baton.local.runtime.TaskFolder;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Starts functions in processes of their own, under Lambda's own runtime client and the flags of
 * {@code java25}. The client is fed by a runtime API in this JVM.
 */
final class Starter implements AutoCloseable {
  private static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:cold";
  private static final int HEAP = 800;
  private static final int MEMORY = 1024;

  /** The heap that a JVM begins with where it sees no more memory than that: a 64th. */
  private static final String FIRST_HEAP = "-Xms" + MEMORY / 64 + "m";

  private static final File NOTHING = new File("/dev/null");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final String awsUrl;
  private final RuntimeClient client;

  /** Starts functions that find AWS at this address. */
  Starter(String awsUrl) throws IOException {
    this.awsUrl = awsUrl;
    this.client = RuntimeClient.unpack();
  }

  /**
   * What is started.
   *
   * @param name what it is called in reports
   * @param folder the working directory, where the runtime client finds the function
   * @param handler the class of the function
   * @param variables its own variables
   * @param event what it is given
   * @param status the HTTP status that it must answer
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Function(
      String name,
      TaskFolder folder,
      String handler,
      Map<String, String> variables,
      byte[] event,
      int status) {}

  /**
   * What a start took, in nanoseconds.
   *
   * @param wall from the start of the process to its first answer
   * @param processor what all its threads worked meanwhile
   */
  record Start(long wall, long processor) {}

  /** Starts it once, as it is deployed. */
  Start start(Function function) throws Exception {
    return start(function, List.of(), List.of());
  }

  /**
   * Starts it once.
   *
   * @param classPath further jars on the class path of the client
   * @param flags further flags
   */
  Start start(Function function, List<String> classPath, List<String> flags) throws Exception {
    FirstAnswer answer = new FirstAnswer(function.status());
    try (RuntimeApi api = new RuntimeApi()) {
      api.invoke(invocation(function), answer);
      ProcessBuilder builder = process(function, ON_DEMAND, classPath, flags);
      builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
      long begun = System.nanoTime();
      Process process = builder.start();
      try {
        long end = answer.await();
        Duration processor = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return new Start(end - begun, processor.toNanos());
      } finally {
        process.destroy(); // Not by force: a training writes its cache when it ends.
        process.waitFor();
      }
    }
  }

  /**
   * Starts a process that is to become a snapshot: in a session of its own, and without what cannot
   * be restored.
   */
  Process snapStart(Function function, RuntimeApi api) throws IOException {
    ProcessBuilder builder = process(function, SNAP_START, List.of(), List.of("-XX:-UsePerfData"));
    builder.command().addFirst("setsid");
    builder.environment().putAll(api.variables());
    return builder.redirectInput(NOTHING).redirectOutput(NOTHING).redirectError(NOTHING).start();
  }

  /** One invocation with the function's event. */
  static RuntimeInvocation invocation(Function function) {
    return new RuntimeInvocation(UUID.randomUUID().toString(), ARN, MINUTE, function.event());
  }

  private ProcessBuilder process(
      Function function, Initialization initialization, List<String> jars, List<String> flags) {
    List<String> all = Stream.concat(Stream.of(FIRST_HEAP), flags.stream()).toList();
    ProcessBuilder builder =
        new ProcessBuilder(client.command(initialization, function.handler(), HEAP, jars, all))
            .directory(function.folder().path().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(function.variables());
    builder
        .environment()
        .putAll(
            RuntimeClient.variables(
                initialization,
                function.name(),
                function.handler(),
                MEMORY,
                function.folder().path(),
                awsUrl));
    return builder;
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
