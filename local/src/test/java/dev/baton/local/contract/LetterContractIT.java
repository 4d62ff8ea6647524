package dev.baton.local.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.core.json.JsonObject;
import dev.baton.shell.aws.SqsDeadLetters;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/** A queue into which letters are put, and out of which an operator takes them. */
abstract class LetterContractIT {
  private static final JsonObject LETTER =
      JsonObject.builder().put("reason", "a \"quoted\" <reason> & ä \uD83D\uDE00").build();

  private final SqsClient client;
  private final String queueUrl;
  private final SqsDeadLetters letters;

  LetterContractIT(Cloud cloud) {
    client = cloud.client(SqsClient.builder());
    queueUrl = client.getQueueUrl(get -> get.queueName(Cloud.QUEUE)).queueUrl();
    letters = new SqsDeadLetters(client, queueUrl);
  }

  @BeforeEach
  void empty() {
    client.purgeQueue(purge -> purge.queueUrl(queueUrl));
  }

  @Test
  void aLetterComesOutAsItWentIn() {
    letters.put(LETTER);

    assertThat(received()).extracting(Message::body).containsExactly(LETTER.write());
  }

  @Test
  void aLetterThatIsBeingReadIsNobodyElses() {
    letters.put(LETTER);
    received();

    assertThat(received()).isEmpty();
    assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)).isEqualTo("0");
    assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)).isEqualTo("1");
  }

  @Test
  void aLetterThatWasNotDealtWithIsThereAgain() {
    letters.put(LETTER);
    Message first = received().getFirst();

    client.changeMessageVisibility(change ->
        change.queueUrl(queueUrl).receiptHandle(first.receiptHandle()).visibilityTimeout(0));

    assertThat(received()).extracting(Message::messageId).containsExactly(first.messageId());
  }

  @Test
  void aDeletedLetterIsGone() {
    letters.put(LETTER);
    Message letter = received().getFirst();

    client.deleteMessage(delete -> delete.queueUrl(queueUrl).receiptHandle(letter.receiptHandle()));

    assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)).isEqualTo("0");
    assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)).isEqualTo("0");
  }

  @Test
  void aQueueThatIsNotThereTakesNothing() {
    assertThatThrownBy(() -> client.getQueueUrl(get -> get.queueName("NoSuchLetters")))
        .isInstanceOf(QueueDoesNotExistException.class);
    assertThatThrownBy(() ->
            new SqsDeadLetters(client, queueUrl.replace(Cloud.QUEUE, "NoSuchLetters")).put(LETTER))
        .isInstanceOf(QueueDoesNotExistException.class);
  }

  private List<Message> received() {
    return client
        .receiveMessage(receive -> receive.queueUrl(queueUrl).maxNumberOfMessages(10))
        .messages();
  }

  private String count(QueueAttributeName name) {
    return client
        .getQueueAttributes(get -> get.queueUrl(queueUrl).attributeNames(name))
        .attributes()
        .getOrDefault(name, "");
  }
}
