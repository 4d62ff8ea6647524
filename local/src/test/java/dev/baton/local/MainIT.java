package dev.baton.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.edge.EdgeClients;
import dev.baton.local.process.BatonProcess;
import dev.baton.local.toy.Letters;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
  @TempDir Path data;

  @Test
  void nothingThatWasAcceptedIsLostByAKillAndATermEndsItCleanly() throws Exception {
    List<String> accepted = List.of("copy a", "copy {\"timer\":true}");
    BatonProcess killed = start();
    try {
      schedule(killed, Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS));
      write(killed, "a");
    } finally {
      killed.kill();
    }

    try (BatonProcess next = start();
        SqsClient sqs = EdgeClients.of(SqsClient.builder(), next.awsUrl())) {
      assertThat(Letters.receiveAll(sqs, "baton-copies", accepted)).containsAll(accepted);
      assertThat(next.stop()).isEqualTo(143);
    }
  }

  private BatonProcess start() throws Exception {
    Map<String, String> environment =
        Map.of(
            "PORT", "0",
            "BATON_DATA_DIR", data.toString(),
            "BATON_TEMPLATE",
                Path.of("src/test/resources/local/toy.yaml").toAbsolutePath().toString());
    return BatonProcess.start(environment, Map.of(), data.resolve("baton.log"));
  }

  private static void write(BatonProcess running, String pk) {
    try (DynamoDbClient dynamo = EdgeClients.of(DynamoDbClient.builder(), running.awsUrl())) {
      dynamo.putItem(put ->
          put.tableName("ItemsTable")
              .item(Map.of("pk", AttributeValue.fromS(pk), "wake", AttributeValue.fromN("1"))));
    }
  }

  private static void schedule(BatonProcess running, Instant due) {
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
