package dev.baton.local.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.local.edge.AwsWorld;
import dev.baton.local.time.ManualTimeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

final class QueueIT {
  @TempDir Path data;

  private final ManualTimeline time = new ManualTimeline(Instant.parse("2026-01-31T12:00:00Z"));

  @Test
  void aMessageComesWithItsAttributesAndIsGoneOnceDeleted() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time)) {
      world
          .sqs()
          .sendMessage(send ->
              send.queueUrl(world.lettersUrl())
                  .messageBody("héllo")
                  .messageAttributes(
                      Map.of(
                          "WHY",
                          MessageAttributeValue.builder()
                              .dataType("String")
                              .stringValue("because")
                              .build())));

      Message received = world.letters(1).getFirst();

      assertThat(received.body()).isEqualTo("héllo");
      assertThat(received.messageAttributes())
          .hasEntrySatisfying("WHY", why -> assertThat(why.stringValue()).isEqualTo("because"));
      assertThat(counts(world)).containsExactly("0", "0");
    }
  }

  @Test
  void aReceivedMessageIsHiddenForTheVisibilityTimeout() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time)) {
      world.sqs().sendMessage(send -> send.queueUrl(world.lettersUrl()).messageBody("one"));

      assertThat(bodies(world)).containsExactly("one");
      assertThat(bodies(world)).isEmpty();
      assertThat(counts(world)).containsExactly("0", "1");

      time.advance(Duration.ofSeconds(30));
      assertThat(bodies(world)).containsExactly("one");
    }
  }

  @Test
  void batchesAreSentAndThePurgeEmpties() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time)) {
      SqsClient sqs = world.sqs();
      List<SendMessageBatchRequestEntry> entries =
          List.of(
              SendMessageBatchRequestEntry.builder().id("a").messageBody("first").build(),
              SendMessageBatchRequestEntry.builder().id("b").messageBody("second").build());

      assertThat(
              sqs.sendMessageBatch(send -> send.queueUrl(world.lettersUrl()).entries(entries))
                  .successful())
          .hasSize(2);
      assertThat(counts(world)).containsExactly("2", "0");

      sqs.purgeQueue(purge -> purge.queueUrl(world.lettersUrl()));
      assertThat(counts(world)).containsExactly("0", "0");
    }
  }

  @Test
  void messagesSurviveARestart() throws Exception {
    try (AwsWorld world = new AwsWorld(data, time)) {
      world.sqs().sendMessage(send -> send.queueUrl(world.lettersUrl()).messageBody("kept"));
      assertThat(bodies(world)).containsExactly("kept");
    }

    try (AwsWorld world = new AwsWorld(data, time)) {
      assertThat(bodies(world)).containsExactly("kept");
    }
  }

  @Test
  void aQueueIsFoundByNameAndAnUnknownOneIsNot() throws Exception {
    try (AwsWorld world = new AwsWorld(null, time)) {
      SqsClient sqs = world.sqs();

      assertThat(sqs.getQueueUrl(get -> get.queueName("letters")).queueUrl())
          .isEqualTo(world.lettersUrl());
      assertThat(sqs.listQueues().queueUrls()).containsExactly(world.lettersUrl());
      assertThatThrownBy(() -> sqs.getQueueUrl(get -> get.queueName("other")))
          .isInstanceOf(QueueDoesNotExistException.class)
          .hasMessageContaining("other");
    }
  }

  private static List<String> bodies(AwsWorld world) {
    return world
        .sqs()
        .receiveMessage(receive -> receive.queueUrl(world.lettersUrl()))
        .messages()
        .stream()
        .map(Message::body)
        .toList();
  }

  private static List<String> counts(AwsWorld world) {
    Map<QueueAttributeName, String> attributes =
        world
            .sqs()
            .getQueueAttributes(
                get -> get.queueUrl(world.lettersUrl()).attributeNames(QueueAttributeName.ALL))
            .attributes();
    assertThat(attributes).containsEntry(QueueAttributeName.QUEUE_ARN, AwsWorld.LETTERS);
    return List.of(
        attributes.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, ""),
        attributes.getOrDefault(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, ""));
  }
}
