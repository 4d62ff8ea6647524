package dev.baton.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.event.SampleEvents;
import dev.baton.local.runtime.RuntimeClient;
import dev.baton.local.runtime.TaskFolder;
import dev.baton.local.template.FunctionDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every function starts from its zip under AWS's emulator and runtime, with the variables of the
 * template, and answers its event. The one that is a server has no handler to run there; {@link
 * ServerEmulatorIT} starts it behind the Lambda Web Adapter.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class EmulatorIT {
  private static final int AT_ONCE = 2;

  @TempDir static Path logs;

  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
  private final Map<Path, TaskFolder> folders = new HashMap<>();
  private Path program;
  private RuntimeClient client;
  private LocalStack stack;

  @BeforeAll
  void start() throws Exception {
    program = EmulatorBuild.program();
    client = RuntimeClient.unpack();
    stack = WholeStack.start(Map.of("BATON_ISOLATED", "false"));
  }

  @AfterAll
  void stop() throws Exception {
    workers.shutdownNow();
    if (stack != null) {
      assertThat(stack.access().refused()).isEmpty();
      stack.close();
      for (TaskFolder folder : folders.values()) {
        folder.close();
      }
      client.close();
    }
  }

  /** The events begin before the tests, two at a time; a test waits for its own. */
  @TestFactory
  List<DynamicTest> everyFunctionAnswersItsEvent() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (FunctionDefinition function : SampleEvents.inOrder(stack.functions())) {
      if (!function.isServer()) {
        Path folder = folder(function);
        CompletableFuture<Emulator.Answer> answer =
            CompletableFuture.supplyAsync(() -> answer(function, folder), workers);
        if (SampleEvents.isFirst(function)) {
          answer.get(2, TimeUnit.MINUTES);
        }
        tests.add(dynamicTest(function.event(), () -> check(function, answer.get())));
      }
    }
    return tests;
  }

  private static void check(FunctionDefinition function, Emulator.Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("\"errorType\"").doesNotStartWith("Task timed out");
    assertThat(SampleEvents.status(answer.body()))
        .as("%s", answer)
        .isEqualTo(SampleEvents.expected(function));
  }

  private Emulator.Answer answer(FunctionDefinition function, Path folder) {
    Path log = logs.resolve(function.event() + ".log");
    List<String> bootstrap = Emulator.handler(client, function);
    try (Emulator emulator = new Emulator(program, bootstrap, function, folder, stack, log)) {
      return emulator.invoke(SampleEvents.of(function, stack));
    } catch (IOException fault) {
      throw new IllegalStateException(function.event() + " is not invoked", fault);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private Path folder(FunctionDefinition function) throws IOException {
    TaskFolder folder = folders.get(function.code());
    if (folder == null) {
      folder = TaskFolder.ofZip(function.code());
      folders.put(function.code(), folder);
    }
    return folder.path();
  }
}
