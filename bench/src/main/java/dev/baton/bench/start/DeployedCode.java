package dev.baton.bench.start;

import dev.baton.bench.start.Starter.Function;
import dev.baton.local.LocalStack;
import dev.baton.local.runtime.TaskFolder;
import dev.baton.local.template.AwsPlace;
import dev.baton.local.template.FunctionDefinition;
import dev.baton.local.template.RouteDefinition;
import dev.baton.local.template.Template;
import dev.baton.local.template.TemplateReader;
import dev.baton.local.template.TemplateSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The functions that are measured, each in the folder of its zip: every command of template.yaml,
 * and the webhook. Deletes the folders when closed.
 */
final class DeployedCode implements AutoCloseable {
  private static final String WEBHOOK = "survey-webhook";
  private static final Set<String> UNLIMITED =
      Set.of("BATON_RATE_HANDOFF", "BATON_RATE_WRITE", "BATON_RATE_READ");

  private final Map<Path, TaskFolder> folders = new TreeMap<>();
  private final List<Function> functions = new ArrayList<>();

  /** The functions of the template, which find this local stack. */
  DeployedCode(LocalStack stack) throws IOException {
    Map<String, String> parameters = Map.of("Stage", "local", "FacebookAppId", "100000000000001");
    Template template =
        TemplateReader.read(
            new TemplateSource(
                Path.of("template.yaml"),
                parameters,
                AwsPlace.LOCAL,
                stack.awsUrl(),
                stack.apiUrl(),
                function -> stack.streamUrl()));
    Set<String> commands =
        template.api().routes().stream()
            .filter(route -> route.path().startsWith("/commands/"))
            .map(RouteDefinition::functionName)
            .collect(Collectors.toSet());
    for (FunctionDefinition function : template.functions()) {
      if (commands.contains(function.name()) || function.event().equals(WEBHOOK)) {
        functions.add(deployed(function));
      }
    }
  }

  /** The functions in the order of the template. */
  List<Function> functions() {
    return List.copyOf(functions);
  }

  /** The function of a command. */
  Function command(String name) {
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

  private Function deployed(FunctionDefinition function) throws IOException {
    String name = function.event();
    TaskFolder folder = folders.get(function.code());
    if (folder == null) {
      folder = TaskFolder.ofZip(function.code());
      folders.put(function.code(), folder);
    }
    Map<String, String> variables = new HashMap<>(function.environment());
    UNLIMITED.forEach(limit -> variables.replace(limit, "1000000/PT1S/1000000"));
    byte[] event = Files.readAllBytes(Path.of("events", name + ".json"));
    return new Function(name, folder, function.handler(), Map.copyOf(variables), event);
  }

  @Override
  public void close() throws IOException {
    for (TaskFolder folder : folders.values()) {
      folder.close();
    }
  }
}
