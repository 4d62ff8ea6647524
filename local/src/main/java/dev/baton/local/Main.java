package dev.baton.local;

import dev.baton.local.template.TemplateException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/**
 * Starts the local stack as a process and runs until it is told to stop. Prints one line that
 * begins {@code Baton is ready} on standard output when it serves. Debug this class, and
 * breakpoints work in every handler.
 *
 * <p>Environment: see {@link LocalStackSettings#of}. Exit status 1 means that it could not start,
 * with the reason on standard error.
 */
public final class Main {
  private Main() {}

  /** Runs the stack; arguments are ignored. */
  public static void main(String[] arguments) throws InterruptedException {
    PrintStream out = stream(FileDescriptor.out);
    CountDownLatch stopped = new CountDownLatch(1);
    try {
      LocalStackSettings settings = settings(System.getenv());
      LocalStack stack = LocalStack.start(settings);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(() -> {
                stack.close();
                stopped.countDown();
              }));
      ParentWatch.start();
      out.println(readyLine(stack, settings));
    } catch (TemplateException | IllegalArgumentException | IllegalStateException finding) {
      stream(FileDescriptor.err).println("Baton cannot start: " + finding.getMessage());
      System.exit(1);
    } catch (Exception fault) {
      stream(FileDescriptor.err).println("Baton cannot start: " + fault);
      System.exit(1);
    }
    stopped.await();
  }

  private static LocalStackSettings settings(Map<String, String> environment) {
    LocalStackSettings settings = LocalStackSettings.of(environment);
    boolean debugged =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .anyMatch(argument -> argument.contains("jdwp"));
    return debugged ? settings.withoutTimeouts() : settings;
  }

  private static String readyLine(LocalStack stack, LocalStackSettings settings) {
    return "Baton is ready: API %s, Graph API %s, AWS endpoint %s%s. Model at %s. Play the participant at %s/. Or try: curl -d '{}' -H 'Content-Type: application/json' -H 'Authorization: Bearer %s' %s/commands/survey-list"
        .formatted(
            stack.apiUrl(),
            stack.graphUrl(),
            stack.awsUrl(),
            stack.streamUrls().stream().map(", streams "::concat).collect(Collectors.joining()),
            stack.modelUrl(),
            stack.apiUrl(),
            settings.apiKeys().getFirst(),
            stack.apiUrl());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
