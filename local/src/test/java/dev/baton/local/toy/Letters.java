package dev.baton.local.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Reads queues. */
public final class Letters {
  private Letters() {}

  /**
   * The bodies of so many messages, received and deleted, waiting for them at most twenty seconds.
   */
  public static List<String> receive(SqsClient sqs, String queue, int number) {
    return receive(sqs, queue, bodies -> bodies.size() >= number);
  }

  /**
   * All bodies up to the one that completes these, however often each came: after a crash a message
   * may come twice. Waits at most twenty seconds.
   */
  public static List<String> receiveAll(SqsClient sqs, String queue, List<String> wanted) {
    return receive(sqs, queue, bodies -> bodies.containsAll(wanted));
  }

  private static List<String> receive(
      SqsClient sqs, String queue, Predicate<List<String>> complete) {
    String url = sqs.getQueueUrl(get -> get.queueName(queue)).queueUrl();
    List<String> bodies = new ArrayList<>();
    for (int tries = 0; tries < 20 && !complete.test(bodies); tries++) {
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
