package dev.baton.bench.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import dev.baton.chat.ChatWiring;
import dev.baton.chat.connect.ChatConnectHandler;
import dev.baton.shell.aws.AwsClients;
import dev.baton.shell.aws.ClientSet;
import dev.baton.shell.command.CommandFunction;
import dev.baton.shell.command.EdgeParts;
import dev.baton.shell.config.Settings;
import dev.baton.shell.config.Surroundings;
import dev.baton.shell.live.LiveWiring;
import dev.baton.shell.log.Log;
import dev.baton.shell.log.LogSink;
import dev.baton.shell.metric.Metrics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;

/**
 * Processor time of one call, from API Gateway's event as bytes to the response as bytes, log lines
 * written but not sent anywhere: a trivial command, goal at most 25 microseconds, and {@code
 * chat-connect} over a store that costs nothing, goal at most 40.
 */
public final class CommandBenchmark {
  private static final int ROUNDS = 15;
  private static final int CALLS = 20_000;
  private static final long WARM_UP_NANOS = 10_000_000_000L;
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Context NOBODY_ASKS =
      (Context)
          Proxy.newProxyInstance(
              CommandBenchmark.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> {
                throw new IllegalStateException("Commands ask their context for nothing.");
              });

  private final EmptyTable table = new EmptyTable();
  private final Settings settings =
      Settings.of(
          Map.of(
                  "SESSIONS_TABLE", "Sessions",
                  "BATON_WS_ENDPOINT", "wss://ws.baton.example/live",
                  "BATON_WS_MANAGEMENT", "https://ws.baton.example/live",
                  "BATON_RATE_HANDOFF", "0",
                  "BATON_RATE_WRITE", "0")
              ::get);
  private long lineLengths;
  private final LogSink sink = line -> lineLengths += line.length();

  private CommandBenchmark() {}

  /** Prints one line per figure: minimum, median and maximum of {@value #ROUNDS} rounds. */
  public static void main(String[] arguments) throws IOException {
    String event = Files.readString(Path.of("events", "chat-connect.json"));
    CommandBenchmark benchmark = new CommandBenchmark();
    String trivial = event.replace("roomId", "name").replace("nickname", "other");
    print(
        System.out,
        "microseconds per call of a trivial command",
        benchmark.rounds(benchmark.echo(), trivial));
    print(
        System.out,
        "microseconds per call of chat-connect without its store",
        benchmark.rounds(benchmark.connect(), event));
  }

  private CommandFunction echo() {
    Log log = Log.to(sink, CLOCK);
    return new EchoCommand(EdgeParts.of(settings, table, CLOCK, log, Metrics.to(sink, CLOCK)));
  }

  private CommandFunction connect() {
    ClientSet clients =
        new ClientSet(
            () -> table,
            AwsClients::lambda,
            AwsClients::scheduler,
            AwsClients::sqs,
            AwsClients::secretsManager,
            AwsClients::connections);
    return new ChatConnectHandler(
        new ChatWiring(
            new LiveWiring(settings, clients, new Surroundings(CLOCK, pause -> {}, sink))));
  }

  private double[] rounds(CommandFunction function, String event) throws IOException {
    byte[] bytes = event.getBytes(UTF_8);
    String first = new String(answer(function, bytes), UTF_8);
    if (!first.contains("\"statusCode\":200")) {
      throw new IllegalStateException("The call is refused: " + first);
    }
    long warm = cpu() + WARM_UP_NANOS;
    while (cpu() < warm) {
      lineLengths += answer(function, bytes).length;
    }
    double[] microseconds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long begin = cpu();
      for (int call = 0; call < CALLS; call++) {
        lineLengths += answer(function, bytes).length;
      }
      microseconds[round] = (cpu() - begin) / 1e3 / CALLS;
    }
    return microseconds;
  }

  private static byte[] answer(CommandFunction function, byte[] event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream(2_048);
    function.handleRequest(new ByteArrayInputStream(event), output, NOBODY_ASKS);
    return output.toByteArray();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(PrintStream out, String name, double[] figures) {
    Arrays.sort(figures);
    out.printf(
        "%s: %.1f / %.1f / %.1f%n", name, figures[0], figures[ROUNDS / 2], figures[ROUNDS - 1]);
  }
}
