package dev.baton.local.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.event.EveryFunction;
import dev.baton.local.event.SampleEvents;
import dev.baton.local.runtime.RuntimeClient;
import dev.baton.local.template.FunctionDefinition;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every function starts from its zip for a snapshot, rehearses without a trace outside of its
 * process, and answers its event when it goes on. The one that is a server gets no snapshot.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class SnapshotIT {
  @TempDir static Path logs;

  private final EveryFunction functions = new EveryFunction();
  private final Set<String> met = new HashSet<>();
  private RuntimeClient client;
  private LocalStack stack;

  /**
   * What became of a function.
   *
   * @param asked what it asked AWS before it could be a snapshot
   * @param log what it printed before
   * @param answer what it said to its event
   */
  private record Course(List<String> asked, String log, String answer) {}

  @BeforeAll
  void start() throws Exception {
    client = RuntimeClient.unpack();
    stack = WholeStack.start(Map.of("BATON_ISOLATED", "false"));
  }

  @AfterAll
  void stop() throws Exception {
    functions.close();
    assertThat(stack.access().refused()).isEmpty();
    stack.close();
    client.close();
  }

  @TestFactory
  List<DynamicTest> everyFunctionRehearsesAndAnswersItsEvent() throws Exception {
    List<DynamicTest> tests = functions.tests(stack, this::course, this::check);
    int most = tests.size();
    tests.add(dynamicTest("their twins", () -> checkTwins(most)));
    return tests;
  }

  private void check(FunctionDefinition function, Course course) {
    if (!course.asked().isEmpty()) {
      met.add(function.event());
    }
    assertThat(course.asked()).isSubsetOf("GET /");
    assertThat(course.log()).isEmpty();
    assertThat(SampleEvents.status(course.answer()))
        .as(course.answer())
        .isEqualTo(SampleEvents.expected(function));
  }

  /** All but the surfaces of the gateway call AWS, so their twins have met its address. */
  private void checkTwins(int functions) {
    assertThat(met).hasSizeGreaterThan(functions / 2);
  }

  private Course course(FunctionDefinition function, Path folder) throws Exception {
    Path log = logs.resolve(function.event() + ".log");
    try (Witness witness = new Witness(stack.awsUrl());
        SnapshotProcess process =
            new SnapshotProcess(client, function, function.handler(), folder, witness.url(), log)) {
      process.awaitReady();
      List<String> asked = witness.requests();
      String printed = process.log();
      return new Course(asked, printed, process.answer(SampleEvents.of(function, stack)));
    }
  }
}
