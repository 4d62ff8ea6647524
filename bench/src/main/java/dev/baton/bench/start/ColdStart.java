package dev.baton.bench.start;

import dev.baton.bench.figure.Spread;
import dev.baton.chat.connect.ChatConnectHandler;
import dev.baton.local.LocalStack;
import dev.baton.local.LocalStackSettings;
import dev.baton.shell.aws.AwsClients;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * From the start of a process to its first answer: {@code chat-connect} as it is deployed, and a
 * function that only says hello, in turn, under Lambda's own runtime client and the flags of {@code
 * java25}. The client is fed by a runtime API in this JVM, where DynamoDB Local runs too. Then the
 * same when each has an AOT cache of its own. Goal: at most 1.6 times the hello.
 */
public final class ColdStart {
  private static final int WARM_UP = 3;
  private static final int PAIRS = 15;
  private static final double NANOS = 1_000_000.0;
  private static final Path ZIP = Path.of("functions/chat/target/lambda.zip");
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

  private final PrintStream out = System.out;
  private final Map<String, String> environment;
  private final byte[] event;

  private ColdStart(Map<String, String> environment, byte[] event) {
    this.environment = environment;
    this.event = event;
  }

  /**
   * What is started.
   *
   * @param folder the working directory, where the runtime client finds the function
   * @param handler the function
   * @param classPath further jars on the class path
   * @param flags further flags
   */
  private record Function(
      TaskFolder folder, Class<?> handler, List<String> classPath, List<String> flags) {

    static Function deployed(TaskFolder folder, Class<?> handler) {
      return new Function(folder, handler, List.of(), List.of());
    }
  }

  /** Wall-clock and processor time, in nanoseconds. */
  private record Start(long wall, long processor) {}

  /** Runs it from the folder of the template, after {@code ./mvnw -DskipTests package}. */
  public static void main(String[] arguments) throws Exception {
    Map<String, String> settings = Map.of("PORT", "0");
    try (LocalStack stack = LocalStack.start(LocalStackSettings.of(settings));
        TaskFolder hello = TaskFolder.ofClass(HelloHandler.class);
        TaskFolder chat = TaskFolder.ofZip(ZIP)) {
      byte[] event = Files.readAllBytes(Path.of("events/chat-connect.json"));
      ColdStart starts = new ColdStart(environment(stack), event);
      Function first = Function.deployed(hello, HelloHandler.class);
      Function second = Function.deployed(chat, ChatConnectHandler.class);
      starts.compare("as deployed", first, second);
      starts.compare("with an AOT cache each", starts.trained(first), starts.trained(second));
    }
  }

  private void compare(String name, Function hello, Function chat) throws Exception {
    List<Start> hellos = new ArrayList<>();
    List<Start> chats = new ArrayList<>();
    for (int pair = 0; pair < WARM_UP + PAIRS; pair++) {
      hellos.add(start(hello));
      chats.add(start(chat));
    }
    hellos.subList(0, WARM_UP).clear();
    chats.subList(0, WARM_UP).clear();
    out.println(name);
    report("hello", hellos);
    report("chat-connect", chats);
    out.printf(
        "  ratio: %.2f of time, %.2f of processor time%n",
        (double) wall(chats).median() / wall(hellos).median(),
        (double) processor(chats).median() / processor(hellos).median());
  }

  /** The same with a cache of what one start did. */
  private Function trained(Function function) throws Exception {
    String cache = function.folder().path().resolve("start.aot").toString();
    List<String> jars = List.of(function.folder().jars());
    start(
        new Function(
            function.folder(), function.handler(), jars, List.of("-XX:AOTCacheOutput=" + cache)));
    return new Function(
        function.folder(), function.handler(), jars, List.of("-XX:AOTCache=" + cache));
  }

  private Start start(Function function) throws Exception {
    try (RuntimeApi api = RuntimeApi.holding(event)) {
      ProcessBuilder builder = process(function, api);
      long begun = System.nanoTime();
      Process process = builder.start();
      try {
        RuntimeApi.Answer answer = api.await();
        Duration processor = process.info().totalCpuDuration().orElse(Duration.ZERO);
        if (answer == null || !answer.isRight()) {
          throw new IllegalStateException(function.handler().getName() + " answered: " + answer);
        }
        return new Start(answer.at() - begun, processor.toNanos());
      } finally {
        process.destroy(); // Not by force: a training writes its cache when it ends.
        process.waitFor();
      }
    }
  }

  private ProcessBuilder process(Function function, RuntimeApi api) {
    String name = function.handler().getName();
    List<String> classPath = new ArrayList<>(List.of(client()));
    classPath.addAll(function.classPath());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(function.flags());
    command.addAll(List.of("-classpath", String.join(File.pathSeparator, classPath)));
    command.addAll(List.of("com.amazonaws.services.lambda.runtime.api.client.AWSLambda", name));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(function.folder().path().toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
    builder.environment().put("_HANDLER", name);
    return builder;
  }

  private static String client() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry ->
            CLIENT.stream().anyMatch(jar -> new File(entry).getName().startsWith(jar + "-")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Map<String, String> environment(LocalStack stack) {
    return Map.ofEntries(
        Map.entry("AWS_REGION", "eu-central-1"),
        Map.entry("AWS_ACCESS_KEY_ID", "local"),
        Map.entry("AWS_SECRET_ACCESS_KEY", "local"),
        Map.entry("AWS_ENDPOINT_URL", stack.awsUrl()),
        Map.entry("AWS_LAMBDA_FUNCTION_NAME", "cold"),
        Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
        Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
        Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "cold"),
        Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "cold"),
        Map.entry("AWS_LAMBDA_LOG_FORMAT", "JSON"),
        Map.entry("SESSIONS_TABLE", sessionsTable()),
        Map.entry("BATON_RATE_HANDOFF", "1000000/PT1S/1000000"),
        Map.entry("BATON_WS_ENDPOINT", "wss://ws.baton.example/live"));
  }

  private static String sessionsTable() {
    return AwsClients.dynamoDb().listTables().tableNames().stream()
        .filter(name -> name.contains("Sessions"))
        .findFirst()
        .orElseThrow();
  }

  private void report(String name, List<Start> starts) {
    long[] wall = wall(starts).sorted();
    out.printf(
        "  %s: %.0f / %.0f / %.0f ms, processor %.0f ms (n %d)%n",
        name,
        wall[0] / NANOS,
        wall(starts).median() / NANOS,
        wall[wall.length - 1] / NANOS,
        processor(starts).median() / NANOS,
        wall.length);
  }

  private static Spread wall(List<Start> starts) {
    return Spread.of(starts.stream().mapToLong(Start::wall).toArray());
  }

  private static Spread processor(List<Start> starts) {
    return Spread.of(starts.stream().mapToLong(Start::processor).toArray());
  }
}
