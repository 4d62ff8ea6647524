package dev.baton.bench.start;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Starts functions in processes of their own, under Lambda's own runtime client and the flags of
 * {@code java25}. The client is fed by a runtime API in this JVM.
 */
final class Starter {
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx800m",
          "--enable-native-access=ALL-UNNAMED");
  private static final List<String> CLIENT =
      List.of(
          "aws-lambda-java-core",
          "aws-lambda-java-runtime-interface-client",
          "aws-lambda-java-serialization",
          "utils-lite");

  private final String awsUrl;

  /** Starts functions that find AWS at this address. */
  Starter(String awsUrl) {
    this.awsUrl = awsUrl;
  }

  /**
   * What is started.
   *
   * @param name what it is called in reports
   * @param folder the working directory, where the runtime client finds the function
   * @param handler the class of the function
   * @param variables its own variables
   * @param event what it is given
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Function(
      String name,
      TaskFolder folder,
      String handler,
      Map<String, String> variables,
      byte[] event) {}

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
    try (RuntimeApi api = RuntimeApi.holding(function.event())) {
      ProcessBuilder builder = process(function, classPath, flags);
      builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
      long begun = System.nanoTime();
      Process process = builder.start();
      try {
        RuntimeApi.Answer answer = api.await();
        Duration processor = process.info().totalCpuDuration().orElse(Duration.ZERO);
        if (answer == null || !answer.isRight()) {
          throw new IllegalStateException(function.name() + " answered: " + answer);
        }
        return new Start(answer.at() - begun, processor.toNanos());
      } finally {
        process.destroy(); // Not by force: a training writes its cache when it ends.
        process.waitFor();
      }
    }
  }

  private ProcessBuilder process(Function function, List<String> jars, List<String> flags) {
    List<String> classPath = new ArrayList<>(client());
    classPath.addAll(jars);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(flags);
    command.addAll(List.of("-classpath", String.join(File.pathSeparator, classPath)));
    command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
    command.add(function.handler());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(function.folder().path().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(function.variables());
    builder.environment().putAll(variablesOfLambda());
    builder.environment().put("_HANDLER", function.handler());
    return builder;
  }

  private static List<String> client() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry ->
            CLIENT.stream().anyMatch(jar -> new File(entry).getName().startsWith(jar + "-")))
        .collect(Collectors.toList());
  }

  private Map<String, String> variablesOfLambda() {
    return Map.ofEntries(
        Map.entry("AWS_REGION", "eu-central-1"),
        Map.entry("AWS_ACCESS_KEY_ID", "local"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
        Map.entry("AWS_ENDPOINT_URL", awsUrl),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "cold"),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "cold"),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "cold"),
        Map.entry("AWS_LAMBDA_LOG_FORMAT", "JSON"));
  }
}
