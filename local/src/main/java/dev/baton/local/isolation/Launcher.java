package dev.baton.local.isolation;

import dev.baton.local.runtime.Initialization;
import dev.baton.local.runtime.RuntimeApi;
import dev.baton.local.runtime.RuntimeClient;
import dev.baton.local.runtime.TaskFolders;
import dev.baton.local.template.FunctionDefinition;
import dev.baton.local.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Starts processes of functions from their zips, each of which is unpacked once. Deletes what it
 * unpacked when closed. Not safe for use by several threads at a time.
 */
final class Launcher implements AutoCloseable {
  /** No function needs more; the model's SDK is the largest thing that one loads. */
  private static final int LARGEST_HEAP = 256;

  private final RuntimeClient client;
  private final String awsUrl;
  private final TaskFolders folders = new TaskFolders();

  /** A launcher of functions that find AWS at this address. */
  Launcher(RuntimeClient client, String awsUrl) {
    this.client = client;
    this.awsUrl = awsUrl;
  }

  /**
   * Starts a process. It is not ready when this returns.
   *
   * @throws IOException when the machine has no place for it
   */
  ExecutionEnvironment start(FunctionDefinition function) throws IOException {
    Path folder = folders.of(function.code()).path();
    int heap = Math.min(function.memoryMegabytes() * 3 / 4, LARGEST_HEAP);
    ProcessBuilder builder =
        new ProcessBuilder(client.command(function.handler(), heap, List.of(), List.of()))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(function.environment());
    environment.putAll(
        RuntimeClient.variables(
            Initialization.ON_DEMAND,
            function.name(),
            function.handler(),
            function.memoryMegabytes(),
            folder,
            awsUrl));
    RuntimeApi api = new RuntimeApi();
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    try {
      return new ExecutionEnvironment(function, api, builder.start());
    } catch (IOException fault) {
      api.close();
      throw fault;
    }
  }

  /**
   * Looks whether a function's zip is there.
   *
   * @throws TemplateException when it is not
   */
  static void check(FunctionDefinition function) {
    if (!Files.isRegularFile(function.code())) {
      throw new TemplateException(
          "Function %s has no %s to run in a process of its own; ./mvnw -DskipTests package builds it."
              .formatted(function.logicalId(), function.code()));
    }
  }

  @Override
  public void close() throws IOException {
    folders.close();
    client.close();
  }
}
