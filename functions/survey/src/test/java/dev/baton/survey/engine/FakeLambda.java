package dev.baton.survey.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Functions that are only asked for. */
final class FakeLambda implements LambdaClient {
  private final List<InvokeRequest> invocations = new CopyOnWriteArrayList<>();
  private volatile String refusedText = "\0";

  List<InvokeRequest> invocations() {
    return invocations;
  }

  /** From now on events that hold the text are refused. */
  void refuse(String text) {
    refusedText = text;
  }

  @Override
  public InvokeResponse invoke(InvokeRequest request) {
    if (request.payload().asUtf8String().contains(refusedText)) {
      throw new IllegalStateException("refused");
    }
    invocations.add(request);
    return InvokeResponse.builder().statusCode(202).build();
  }

  @Override
  public String serviceName() {
    return "lambda";
  }

  @Override
  public void close() {}
}
