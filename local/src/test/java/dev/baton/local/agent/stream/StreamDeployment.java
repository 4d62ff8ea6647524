package dev.baton.local.agent.stream;

import dev.baton.local.LocalStack;
import dev.baton.local.adapter.TaskRoot;
import dev.baton.local.edge.EdgeClients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The stream server as it is deployed.
 *
 * @param root its unpacked zip
 * @param variables its environment, with which it finds a stack
 */
record StreamDeployment(Path root, Map<String, String> variables) {
  private static final Path ZIP = Path.of("../functions/agent/target/lambda.zip");

  /** The server for that stack, unpacked into a directory. */
  static StreamDeployment of(LocalStack stack, Path directory) throws IOException {
    return new StreamDeployment(
        TaskRoot.ofZip(ZIP, directory),
        Map.of(
            "BATON_SERVER", "dev.baton.agent.stream.AgentStreamServer",
            "AWS_ENDPOINT_URL", stack.awsUrl(),
            "AWS_REGION", Region.EU_CENTRAL_1.id(),
            "AWS_ACCESS_KEY_ID", "local",
            "AWS_SECRET_ACCESS_KEY", "local",
            "SESSIONS_TABLE", sessions(stack),
            "AGENT_WORK_FUNCTION", "AgentWorkFunction"));
  }

  private static String sessions(LocalStack stack) {
    try (DynamoDbClient client = EdgeClients.of(DynamoDbClient.builder(), stack.awsUrl())) {
      return client.listTables().tableNames().stream()
          .filter(name -> name.contains("Sessions"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The same with another variable. */
  StreamDeployment with(String name, String value) {
    Map<String, String> more = new HashMap<>(variables);
    more.put(name, value);
    return new StreamDeployment(root, more);
  }
}
