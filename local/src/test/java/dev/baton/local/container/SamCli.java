package dev.baton.local.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.local.LocalStack;
import dev.baton.local.json.Jsons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** SAM CLI, which runs functions of the template in containers beside a local stack. */
final class SamCli {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final Path program;
  private final Path environment;

  /**
   * @param program the command line program
   * @param environment what functions are told, in SAM CLI's form
   */
  private SamCli(Path program, Path environment) {
    this.program = program;
    this.environment = environment;
  }

  /**
   * The one beside the project or else on the path, or skips the calling test where none is.
   *
   * @param folder where the environment of functions is written
   */
  static SamCli beside(LocalStack stack, Path folder) throws IOException, InterruptedException {
    Path own = ROOT.resolve(".venv/bin/sam");
    Path program = Files.exists(own) ? own : Path.of("sam");
    assumeTrue(new Program(List.of(program + "")).succeeds("--version"), "There is no SAM CLI");
    String usual = Files.readString(ROOT.resolve("sam-local.json"));
    String there =
        usual
            .replace("http://host.docker.internal:8090", stack.awsUrl())
            .replace("http://127.0.0.1:8083", stack.streamUrl())
            .replace("localhost:8080", stack.apiUrl().replace("http://127.0.0.1", "localhost"));
    return new SamCli(program, Files.writeString(folder.resolve("environment.json"), there));
  }

  /** The answer of a function to an event. */
  JsonNode invoke(String function, Path event) throws IOException, InterruptedException {
    ProcessBuilder builder = builder("invoke", function, "--event", event.toAbsolutePath() + "");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    byte[] answer = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("sam local invoke ended with " + process.exitValue());
    }
    return Objects.requireNonNull(Jsons.parse(answer));
  }

  /** A server of the HTTP API's routes at a port. */
  SamApi startApi(int port) throws IOException {
    ProcessBuilder builder = builder("start-api", "--port", Integer.toString(port));
    return SamApi.of(builder.redirectErrorStream(true).start());
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program + "", "local"));
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("--parameter-overrides", "Architecture=" + Engine.ARCHITECTURE, "--env-vars"));
    command.addAll(List.of(environment + "", "--skip-pull-image"));
    ProcessBuilder builder = new ProcessBuilder(command).directory(ROOT.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_DEFAULT_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "SAM_CLI_TELEMETRY", "0",
                "PYTHONUNBUFFERED", "1"));
    return builder;
  }
}
