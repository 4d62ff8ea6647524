package dev.baton.local.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.local.runtime.Initialization;
import dev.baton.local.runtime.Receiver;
import dev.baton.local.runtime.RuntimeApi;
import dev.baton.local.runtime.RuntimeClient;
import dev.baton.local.runtime.RuntimeInvocation;
import dev.baton.local.template.FunctionDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A function in a process that is to become a snapshot, under AWS's runtime. */
final class SnapshotProcess implements AutoCloseable {
  private static final int HEAP = 256;
  private static final int PATIENCE_SECONDS = 120;

  private final RuntimeApi api = new RuntimeApi();
  private final String arn;
  private final Path log;
  private final Process process;

  /**
   * Starts the process.
   *
   * @param handler the class to start, as a rule the function's
   * @param folder the function's zip, unpacked
   * @param awsUrl where it finds AWS
   * @param log what it prints
   */
  SnapshotProcess(
      RuntimeClient client,
      FunctionDefinition function,
      String handler,
      Path folder,
      String awsUrl,
      Path log)
      throws IOException {
    this.arn = function.arn();
    this.log = log;
    ProcessBuilder builder =
        new ProcessBuilder(
                client.command(Initialization.SNAP_START, handler, HEAP, List.of(), List.of()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(function.environment());
    environment.putAll(
        RuntimeClient.variables(
            Initialization.SNAP_START,
            function.name(),
            handler,
            function.memoryMegabytes(),
            folder,
            awsUrl));
    environment.putAll(api.variables());
    process = builder.start();
  }

  /** Waits until a snapshot may be taken. */
  void awaitReady() throws Exception {
    CompletableFuture.anyOf(api.readied(), api.initError(), process.onExit())
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!api.readied().isDone()) {
      throw new IllegalStateException("It is not readied:\n" + log());
    }
  }

  /** What was printed so far. */
  String log() throws IOException {
    return Files.readString(log);
  }

  /** Goes on as after a restore, and answers an event. */
  String answer(String event) throws Exception {
    Answer answer = new Answer(new CompletableFuture<>());
    api.restore();
    api.invoke(
        new RuntimeInvocation(
            UUID.randomUUID().toString(),
            arn,
            Duration.ofSeconds(PATIENCE_SECONDS),
            event.getBytes(UTF_8)),
        answer);
    CompletableFuture.anyOf(answer.text(), process.onExit())
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (!answer.text().isDone()) {
      throw new IllegalStateException("It ended:\n" + log());
    }
    return answer.text().get();
  }

  private record Answer(CompletableFuture<String> text) implements Receiver {

    @Override
    public void answered(String mode, InputStream body) throws IOException {
      text.complete(new String(body.readAllBytes(), UTF_8));
    }

    @Override
    public void failed(byte[] error) {
      text.completeExceptionally(new IllegalStateException(new String(error, UTF_8)));
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    api.close();
  }
}
