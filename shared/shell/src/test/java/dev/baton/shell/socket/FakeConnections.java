package dev.baton.shell.socket;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.DeleteConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.DeleteConnectionResponse;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GetConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GetConnectionResponse;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PostToConnectionRequest;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.PostToConnectionResponse;

/** API Gateway's connections: answers as told, and remembers what it was asked. */
final class FakeConnections implements ApiGatewayManagementApiClient {
  final List<String> calls = new ArrayList<>();
  private final Deque<Supplier<? extends RuntimeException>> faults = new ArrayDeque<>();

  FakeConnections fails(int times, Supplier<? extends RuntimeException> fault) {
    for (int time = 0; time < times; time++) {
      faults.add(fault);
    }
    return this;
  }

  @Override
  public PostToConnectionResponse postToConnection(PostToConnectionRequest request) {
    answer("post " + request.connectionId() + " " + request.data().asUtf8String());
    return PostToConnectionResponse.builder().build();
  }

  @Override
  public GetConnectionResponse getConnection(GetConnectionRequest request) {
    answer("get " + request.connectionId());
    return GetConnectionResponse.builder().build();
  }

  @Override
  public DeleteConnectionResponse deleteConnection(DeleteConnectionRequest request) {
    answer("delete " + request.connectionId());
    return DeleteConnectionResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "execute-api";
  }

  @Override
  public void close() {}

  private void answer(String call) {
    calls.add(call);
    @Nullable Supplier<? extends RuntimeException> fault = faults.poll();
    if (fault != null) {
      throw fault.get();
    }
  }
}
