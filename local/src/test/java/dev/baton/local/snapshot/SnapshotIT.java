package dev.baton.local.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.event.SampleEvents;
import dev.baton.local.runtime.RuntimeClient;
import dev.baton.local.runtime.TaskFolder;
import dev.baton.local.template.FunctionDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
 * Every function starts from its zip for a snapshot, rehearses without a trace outside of its
 * process, and answers its event when it goes on. The one that is a server gets no snapshot.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class SnapshotIT {
  private static final int AT_ONCE = 2;

  @TempDir static Path logs;

  private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
  private final Map<Path, TaskFolder> folders = new HashMap<>();
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
    workers.shutdownNow();
    assertThat(stack.access().refused()).isEmpty();
    stack.close();
    for (TaskFolder folder : folders.values()) {
      folder.close();
    }
    client.close();
  }

  /** The processes begin before the tests, two at a time; a test waits for its own. */
  @TestFactory
  List<DynamicTest> everyFunctionRehearsesAndAnswersItsEvent() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    List<CompletableFuture<Course>> courses = new ArrayList<>();
    for (FunctionDefinition function : SampleEvents.inOrder(stack.functions())) {
      if (!function.isServer()) {
        if (!folders.containsKey(function.code())) {
          folders.put(function.code(), TaskFolder.ofZip(function.code()));
        }
        Path folder = folders.get(function.code()).path();
        CompletableFuture<Course> course =
            CompletableFuture.supplyAsync(() -> course(function, folder), workers);
        if (SampleEvents.isFirst(function)) {
          course.get(2, TimeUnit.MINUTES);
        }
        courses.add(course);
        tests.add(dynamicTest(function.event(), () -> check(function, course.get())));
      }
    }
    tests.add(dynamicTest("their twins", () -> checkTwins(courses)));
    return tests;
  }

  private static void check(FunctionDefinition function, Course course) {
    assertThat(course.asked()).isSubsetOf("GET /");
    assertThat(course.log()).isEmpty();
    assertThat(SampleEvents.status(course.answer()))
        .as(course.answer())
        .isEqualTo(SampleEvents.expected(function));
  }

  /** All but the surfaces of the gateway call AWS, so their twins have met its address. */
  private static void checkTwins(List<CompletableFuture<Course>> courses) {
    assertThat(courses.stream().filter(course -> !course.join().asked().isEmpty()))
        .hasSizeGreaterThan(courses.size() / 2);
  }

  private Course course(FunctionDefinition function, Path folder) {
    Path log = logs.resolve(function.event() + ".log");
    try (Witness witness = new Witness(stack.awsUrl());
        SnapshotProcess process =
            new SnapshotProcess(client, function, function.handler(), folder, witness.url(), log)) {
      process.awaitReady();
      List<String> asked = witness.requests();
      String printed = process.log();
      return new Course(asked, printed, process.answer(SampleEvents.of(function, stack)));
    } catch (Exception fault) {
      throw new CompletionException(function.event(), fault);
    }
  }
}
