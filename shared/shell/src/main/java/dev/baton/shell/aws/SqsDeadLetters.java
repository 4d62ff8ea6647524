package dev.baton.shell.aws;

import dev.baton.core.json.JsonObject;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The queue for what was accepted and could not be handled. Whatever is put there is alarmed and
 * kept.
 */
public final class SqsDeadLetters {
  private final SqsClient client;
  private final String queueUrl;

  /** One queue. */
  public SqsDeadLetters(SqsClient client, String queueUrl) {
    this.client = client;
    this.queueUrl = queueUrl;
  }

  /** Keeps a letter. Returns when the queue has it. */
  public void put(JsonObject letter) {
    client.sendMessage(message -> message.queueUrl(queueUrl).messageBody(letter.write()));
  }
}
