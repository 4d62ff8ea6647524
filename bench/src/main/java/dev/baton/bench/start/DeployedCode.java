package dev.baton.bench.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.bench.stack.WideLimits;
import dev.baton.bench.start.Starter.Function;
import dev.baton.local.LocalStack;
import dev.baton.local.LocalStackSettings;
import dev.baton.local.event.SampleEvents;
import dev.baton.local.runtime.TaskFolders;
import dev.baton.local.template.FunctionDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The functions that are measured, each in the folder of its zip: every one of template.yaml that
 * has a handler. Deletes the folders when closed.
 */
final class DeployedCode implements AutoCloseable {
  private final TaskFolders folders = new TaskFolders();
  private final List<Function> functions = new ArrayList<>();

  /**
   * The functions of the stack, which find it; the event of one may need that of another before.
   */
  DeployedCode(LocalStack stack) throws IOException {
    for (FunctionDefinition function : SampleEvents.inOrder(stack.functions())) {
      if (!function.isServer()) {
        functions.add(deployed(function, stack));
      }
    }
  }

  /** A stack that keeps limits as AWS does, but so wide that no measurement meets them. */
  static LocalStack stack() throws Exception {
    return LocalStack.start(LocalStackSettings.of(WideLimits.with(Map.of())));
  }

  /** The chosen functions. Before, each whose event others need has answered once. */
  List<Function> functions(Chosen chosen, Starter starter) throws Exception {
    for (Function function : functions) {
      if (SampleEvents.isFirst(function.name())) {
        starter.start(function);
      }
    }
    return functions.stream().filter(chosen::has).toList();
  }

  /** The function of that name. */
  Function function(String name) {
    return functions.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /** The zips by the module that builds them. */
  static Map<String, Path> zips() throws IOException {
    Map<String, Path> zips = new TreeMap<>();
    try (var modules = Files.list(Path.of("functions"))) {
      modules
          .map(module -> module.resolve("target/lambda.zip"))
          .filter(Files::exists)
          .forEach(zip -> zips.put(zip.getName(1).toString(), zip));
    }
    return zips;
  }

  private Function deployed(FunctionDefinition function, LocalStack stack) throws IOException {
    return new Function(
        function.event(),
        folders.of(function.code()),
        function.handler(),
        function.environment(),
        SampleEvents.of(function, stack).getBytes(UTF_8),
        SampleEvents.expected(function));
  }

  @Override
  public void close() throws IOException {
    folders.close();
  }
}
