package dev.baton.bench.start;

import dev.baton.bench.start.Starter.Function;
import dev.baton.local.runtime.RuntimeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Starts functions as Lambda does ahead of calls, keeps them as snapshots, and restores them. */
final class SnapStarter {
  private final Starter starter;
  private final Criu criu;

  SnapStarter(Starter starter, Criu criu) {
    this.starter = starter;
    this.criu = criu;
  }

  /**
   * What a restore took, in nanoseconds.
   *
   * @param readying from the start of the process until a snapshot could be taken
   * @param images bytes of the snapshot
   * @param whole from asking for the restore to the first answer
   * @param answering of this, what came after the process was told that it is restored
   * @param fifth what the fifth call of the process took, which may be refused for what the first
   *     has done
   */
  record Restore(long readying, long images, long whole, long answering, long fifth) {}

  /**
   * Takes a snapshot and restores it once: the process is in the middle of a request to the runtime
   * API, whose other end would not be the same a second time.
   */
  Restore restore(Function function) throws Exception {
    Path images = Files.createTempDirectory("baton-snapshot");
    FirstAnswer answer = new FirstAnswer(function.status());
    long pid = 0;
    try (RuntimeApi api = new RuntimeApi()) {
      long started = System.nanoTime();
      Process process = starter.snapStart(function, api);
      pid = process.pid();
      CompletableFuture.anyOf(api.readied(), api.initError(), process.onExit())
          .get(1, TimeUnit.MINUTES);
      long readied = System.nanoTime();
      criu.dump(pid, images);
      process.waitFor();
      long size = size(images);
      api.invoke(Starter.invocation(function), answer);
      long begun = System.nanoTime();
      criu.restore(images);
      long told = System.nanoTime();
      api.restore();
      long end = answer.await();
      return new Restore(readied - started, size, end - begun, end - told, fifth(function, api));
    } finally {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
      delete(images);
    }
  }

  private static long fifth(Function function, RuntimeApi api) throws Exception {
    long last = 0;
    for (int call = 2; call <= 5; call++) {
      FirstAnswer answer = new FirstAnswer(FirstAnswer.ANY);
      long begun = System.nanoTime();
      api.invoke(Starter.invocation(function), answer);
      last = answer.await() - begun;
    }
    return last;
  }

  private static long size(Path folder) throws IOException {
    long bytes = 0;
    for (Path file : files(folder)) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static void delete(Path folder) throws IOException {
    for (Path file : files(folder)) {
      Files.delete(file);
    }
    Files.delete(folder);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
