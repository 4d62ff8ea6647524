package dev.baton.survey.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** A queue that keeps what is sent. */
final class FakeQueue implements SqsClient {
  private final List<String> letters = new CopyOnWriteArrayList<>();

  List<String> letters() {
    return letters;
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    letters.add(request.messageBody());
    return SendMessageResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  @Override
  public void close() {}
}
