package dev.baton.local.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.event.SampleEvents;
import dev.baton.local.runtime.RuntimeClient;
import dev.baton.local.runtime.TaskFolder;
import dev.baton.local.template.FunctionDefinition;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong in a rehearsal: a warning is logged, and the function can be a snapshot. */
@TestInstance(Lifecycle.PER_CLASS)
final class MishapsIT {
  @TempDir static Path logs;

  private RuntimeClient client;
  private LocalStack stack;
  private FunctionDefinition function;
  private TaskFolder folder;

  @BeforeAll
  void start() throws Exception {
    client = RuntimeClient.unpack();
    stack = WholeStack.start(Map.of("BATON_ISOLATED", "false"));
    function =
        stack.functions().stream()
            .filter(one -> one.event().equals("chat-connect"))
            .findFirst()
            .orElseThrow();
    folder = TaskFolder.ofZip(function.code());
  }

  @AfterAll
  void stop() throws Exception {
    stack.close();
    folder.close();
    client.close();
  }

  @Test
  void functionWithoutSampleEventCanBeASnapshot() throws Exception {
    put(ToyTwinHandler.class);
    try (SnapshotProcess process =
        process(ToyTwinHandler.class.getName(), stack.awsUrl(), "missing")) {
      process.awaitReady();

      assertThat(process.log()).contains("\"WARN\"", "\"priming_failed\"", "/events/toy-twin.json");
      assertThat(SampleEvents.status(process.answer("{}"))).isEqualTo(200);
    }
  }

  @Test
  void functionWhoseTwinCannotBeMadeCanBeASnapshot() throws Exception {
    put(ToyTwinHandler.class);
    Path event = folder.path().resolve("events/toy-twin.json");
    Files.createDirectories(Objects.requireNonNull(event.getParent()));
    Files.writeString(event, "{}");
    try (SnapshotProcess process =
        process(ToyTwinHandler.class.getName(), stack.awsUrl(), "twin")) {
      process.awaitReady();

      assertThat(process.log()).contains("\"priming_failed\"", "There is one already.");
      String answer = process.answer("{}");
      assertThat(SampleEvents.status(answer)).isEqualTo(200);
      assertThat(answer).as("no address outlives a snapshot").contains("\"body\":\"0\"");
    } finally {
      Files.delete(event);
    }
  }

  @Test
  void functionWhoseEndpointNeverAnswersCanBeASnapshot() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        SnapshotProcess process =
            process(function.handler(), "http://127.0.0.1:" + silent.getLocalPort(), "silent")) {
      process.awaitReady();

      assertThat(process.log()).contains("\"priming_failed\"", "127.0.0.1 does not answer");
    }
  }

  private SnapshotProcess process(String handler, String awsUrl, String log) throws Exception {
    return new SnapshotProcess(
        client, function, handler, folder.path(), awsUrl, logs.resolve(log + ".log"));
  }

  private void put(Class<?> type) throws Exception {
    String name = type.getName().replace('.', '/') + ".class";
    Path target = folder.path().resolve(name);
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
      Files.copy(Objects.requireNonNull(bytes), target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
