package dev.baton.local.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.local.LocalStack;
import dev.baton.local.WholeStack;
import dev.baton.local.edge.EdgeClients;
import dev.baton.local.template.FunctionDefinition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Every file in events/ is a request that its function answers. */
final class EventsIT {

  @Test
  void everyFunctionAnswersItsEvent() throws Exception {
    try (LocalStack stack = WholeStack.start(Map.of());
        LambdaClient lambda = EdgeClients.of(LambdaClient.builder(), stack.awsUrl())) {
      for (FunctionDefinition function : SampleEvents.inOrder(stack.functions())) {
        String event = SampleEvents.of(function, stack);
        InvokeResponse response =
            lambda.invoke(request ->
                request.functionName(function.name()).payload(SdkBytes.fromUtf8String(event)));

        assertThat(response.functionError()).as(function.event()).isNull();
        assertThat(SampleEvents.status(response.payload().asUtf8String()))
            .as(function.event())
            .isEqualTo(SampleEvents.expected(function));
      }
      assertThat(stack.access().refused()).isEmpty();
    }
  }
}
