package dev.baton.websocket;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Lambda: remembers which functions were called with what. */
public final class Invocations implements LambdaClient {
  /** Function and payload, in order. */
  public final List<InvokeRequest> calls = new ArrayList<>();

  @Override
  public InvokeResponse invoke(InvokeRequest request) {
    calls.add(request);
    return InvokeResponse.builder().statusCode(200).build();
  }

  @Override
  public String serviceName() {
    return "lambda";
  }

  @Override
  public void close() {}
}
