package dev.baton.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.event.EveryFunction;
import dev.baton.local.event.SampleEvents;
import dev.baton.local.runtime.RuntimeClient;
import dev.baton.local.template.FunctionDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
  @TempDir static Path logs;

  private final EveryFunction functions = new EveryFunction();
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
    functions.close();
    if (stack != null) {
      assertThat(stack.access().refused()).isEmpty();
      stack.close();
      client.close();
    }
  }

  @TestFactory
  List<DynamicTest> everyFunctionAnswersItsEvent() throws Exception {
    return functions.tests(stack, this::answer, EmulatorIT::check);
  }

  private static void check(FunctionDefinition function, Emulator.Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("\"errorType\"").doesNotStartWith("Task timed out");
    assertThat(SampleEvents.status(answer.body()))
        .as("%s", answer)
        .isEqualTo(SampleEvents.expected(function));
  }

  private Emulator.Answer answer(FunctionDefinition function, Path folder) throws Exception {
    Path log = logs.resolve(function.event() + ".log");
    List<String> bootstrap = Emulator.handler(client, function);
    try (Emulator emulator = new Emulator(program, bootstrap, function, folder, stack, log)) {
      return emulator.invoke(SampleEvents.of(function, stack));
    }
  }
}
