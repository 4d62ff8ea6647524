package dev.baton.local.agent.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.core.run.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The deployed server is told to stop while many watch, and is started again. Streaming
 * specification, section 11.
 */
final class ShutdownIT {
  private static final int CROWD = 200;
  private static final int DOORS = 20;
  private static final int WORDS = 20;
  private static final int PATIENCE_MINUTES = 5;

  @TempDir private Path folder;

  @Test
  void viewersOfAServerThatIsToldToStopComeBackToTheNextAndMissNothing() throws Exception {
    try (StreamWorld world = new StreamWorld();
        Crowd crowd = new Crowd()) {
      StreamDeployment deployment =
          StreamDeployment.of(world.stack(), folder.resolve("task"))
              .with("AGENT_STREAM_VIEWERS", Integer.toString(2 * CROWD))
              .with("AGENT_STREAM_OPENS", "0")
              .with("AGENT_STREAM_DRAIN", "PT30S");
      Run run = world.begin();
      crowd.gather(world, run);
      int port;
      try (StreamProcess first = StreamProcess.start(deployment, 0);
          Worker worker = new Worker(world, run)) {
        port = first.port();
        crowd.watch(port);
        worker.awaitWords();
        assertThat(first.terminate()).isZero();
        crowd.awaitEnd();
      }
      assertThat(crowd.viewers)
          .allSatisfy(viewer ->
              assertThat(viewer.notices())
                  .singleElement()
                  .asString()
                  .contains("\"type\":\"reconnect\",\"reason\":\"shutdown\""));
      try (StreamProcess second = StreamProcess.start(deployment, port)) {
        try (Worker worker = new Worker(world, run)) {
          crowd.watch(second.port());
          worker.awaitWords();
        }
        world.fail(run);
        crowd.awaitEnd();
        assertThat(second.terminate()).isZero();
      }

      assertThat(crowd.viewers)
          .allSatisfy(viewer ->
              assertThat(viewer.notices()).hasSize(2).last().asString().contains("alias_of"));
      List<String> log = world.log(run);
      assertThat(log).hasSizeGreaterThan(2 * WORDS);
      assertThat(crowd.viewers).allSatisfy(viewer -> assertThat(viewer.texts()).isEqualTo(log));
    }
  }

  /** Says words without a pause. */
  private static final class Worker implements AutoCloseable {
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CountDownLatch words = new CountDownLatch(WORDS);
    private final Thread thread;

    Worker(StreamWorld world, Run run) {
      thread =
          Thread.ofVirtual()
              .start(() -> {
                while (!stopped.get()) {
                  world.say(run, "word " + words.getCount());
                  words.countDown();
                }
              });
    }

    void awaitWords() throws InterruptedException {
      assertThat(words.await(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
    }

    @Override
    public void close() throws InterruptedException {
      stopped.set(true);
      thread.join();
    }
  }

  /** Viewers, each on a thread of its own. */
  private static final class Crowd implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore doors = new Semaphore(DOORS);
    private final List<Viewer> viewers = new ArrayList<>();
    private final List<Future<?>> watching = new ArrayList<>();

    void gather(StreamWorld world, Run run) {
      for (int number = 0; number < CROWD; number++) {
        viewers.add(new Viewer(world.target(run)));
      }
    }

    /** Lets all watch; returns when all do. */
    void watch(int port) throws Exception {
      CountDownLatch attached = new CountDownLatch(CROWD);
      for (Viewer viewer : viewers) {
        watching.add(
            threads.submit(() -> {
              doors.acquire();
              viewer.watch(
                  port,
                  () -> {
                    doors.release();
                    attached.countDown();
                  });
              return null;
            }));
      }
      if (!attached.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        awaitEnd();
      }
    }

    /** Waits until all have seen the end of their response, which is not to break off. */
    void awaitEnd() throws Exception {
      for (Future<?> each : watching) {
        each.get(PATIENCE_MINUTES, TimeUnit.MINUTES);
      }
      watching.clear();
    }

    @Override
    public void close() {
      threads.shutdownNow();
    }
  }
}
