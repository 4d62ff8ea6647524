package dev.baton.shell.aws;

import dev.baton.core.json.JsonObject;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/**
 * Starts one function without waiting for it. Lambda keeps the event and repeats it when the
 * function fails.
 */
public final class LambdaInvoker {
  private final LambdaClient client;
  private final String function;

  /** Starts the named function. */
  public LambdaInvoker(LambdaClient client, String function) {
    this.client = client;
    this.function = function;
  }

  /** Hands the event over. Returns when Lambda has accepted it. */
  public void start(JsonObject event) {
    client.invoke(invoke ->
        invoke
            .functionName(function)
            .invocationType(InvocationType.EVENT)
            .payload(SdkBytes.fromUtf8String(event.write())));
  }
}
