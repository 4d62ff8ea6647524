package dev.baton.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.edge.EdgeClients;
import dev.baton.local.toy.Letters;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The stack as a process of its own, killed and restarted. */
final class MainIT {
  private static final Pattern READY =
      Pattern.compile("Baton is ready: API (\\S+), Graph API (\\S+), AWS endpoint (\\S+)\\. .*");

  @TempDir Path data;

  /** A process and the addresses that it announced. */
  private record Running(Process process, String awsUrl) {}

  @Test
  void nothingThatWasAcceptedIsLostByAKillAndATermEndsItCleanly() throws Exception {
    List<String> accepted = List.of("copy a", "copy {\"timer\":true}");
    Running killed = start();
    try {
      schedule(killed, Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS));
      write(killed, "a");
    } finally {
      killed.process().destroyForcibly().waitFor();
    }

    Running next = start();
    try (SqsClient sqs = EdgeClients.of(SqsClient.builder(), next.awsUrl())) {
      assertThat(Letters.receiveAll(sqs, "baton-copies", accepted)).containsAll(accepted);
      next.process().destroy();
      assertThat(next.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(next.process().exitValue()).isEqualTo(143);
    } finally {
      next.process().destroyForcibly();
    }
  }

  private Running start() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    builder
        .environment()
        .putAll(
            Map.of(
                "PORT", "0",
                "BATON_DATA_DIR", data.toString(),
                "BATON_TEMPLATE",
                    Path.of("src/test/resources/local/toy.yaml").toAbsolutePath().toString()));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        return new Running(process, Objects.requireNonNull(ready.group(3)));
      }
    }
    throw new IllegalStateException("The stack ended with status " + process.waitFor());
  }

  private static void write(Running running, String pk) {
    try (DynamoDbClient dynamo = EdgeClients.of(DynamoDbClient.builder(), running.awsUrl())) {
      dynamo.putItem(put ->
          put.tableName("ItemsTable")
              .item(Map.of("pk", AttributeValue.fromS(pk), "wake", AttributeValue.fromN("1"))));
    }
  }

  private static void schedule(Running running, Instant due) {
    try (SchedulerClient scheduler = EdgeClients.of(SchedulerClient.builder(), running.awsUrl())) {
      scheduler.createSchedule(create ->
          create
              .name("timer")
              .groupName("baton-timers")
              .scheduleExpression("at(" + due.toString().replace("Z", "") + ")")
              .flexibleTimeWindow(window -> window.mode(FlexibleTimeWindowMode.OFF))
              .actionAfterCompletion(ActionAfterCompletion.DELETE)
              .target(to ->
                  to.arn("arn:aws:lambda:eu-central-1:000000000000:function:CopyFunction")
                      .roleArn("arn:aws:iam::000000000000:role/any")
                      .input("{\"timer\":true}")));
    }
  }
}
