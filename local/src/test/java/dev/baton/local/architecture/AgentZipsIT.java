package dev.baton.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The agent's two zips: only the worker pays for the model's SDK. */
final class AgentZipsIT {
  private static final long LARGEST = 15_000_000;

  private final Repository repository = Repository.here();

  @Test
  void functionsWithoutAModelHaveTheJarsOfOtherDomainsAndNoMore() throws IOException {
    Set<String> others = jars(repository.file("functions/chat/target/lambda.zip"));

    assertThat(others).isNotEmpty().containsAll(jars(lambda()));
    assertThat(jars(lambda())).noneMatch(AgentZipsIT::isOfTheSdk).anyMatch(AgentZipsIT::isDynamo);
    assertThat(Files.size(lambda())).isLessThanOrEqualTo(LARGEST);
  }

  @Test
  void workerHasTheSdkAndEverythingElse() throws IOException {
    Set<String> worker = jars(repository.file("functions/agent/target/worker.zip"));

    assertThat(worker).anyMatch(AgentZipsIT::isOfTheSdk).containsAll(jars(lambda()));
  }

  private Path lambda() {
    return repository.file("functions/agent/target/lambda.zip");
  }

  private static boolean isOfTheSdk(String jar) {
    return jar.matches("lib/(anthropic|okhttp|kotlin).*");
  }

  private static boolean isDynamo(String jar) {
    return jar.startsWith("lib/dynamodb-");
  }

  private static Set<String> jars(Path zip) throws IOException {
    Set<String> jars = new TreeSet<>();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      file.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".jar")).forEach(jars::add);
    }
    return jars;
  }
}
