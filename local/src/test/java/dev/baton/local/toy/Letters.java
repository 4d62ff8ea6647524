package dev.baton.local.toy;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Reads queues. */
public final class Letters {
  private Letters() {}

  /**
   * The bodies of so many messages, received and deleted, waiting for them at most twenty seconds.
   */
  public static List<String> receive(SqsClient sqs, String queue, int number) {
    String url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    List<String> bodies = new ArrayList<>();
    for (int tries = 0; tries < 20 && bodies.size() < number; tries++) {
      for (Message message :
          sqs.receiveMessage(
                  receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
              .messages()) {
        bodies.add(message.body());
        sqs.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
    return bodies;
  }
}
