package dev.baton.shell.aws;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.Fault;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Calls one function and waits until it is done. Nothing is repeated when the function fails. */
public final class LambdaCaller {
  private final LambdaClient client;
  private final String function;

  /** Calls the named function. */
  public LambdaCaller(LambdaClient client, String function) {
    this.client = client;
    this.function = function;
  }

  /**
   * Hands the event over.
   *
   * @throws Fault when the function failed
   */
  public void call(JsonObject event) {
    InvokeResponse response =
        client.invoke(invoke ->
            invoke.functionName(function).payload(SdkBytes.fromUtf8String(event.write())));
    if (response.functionError() != null) {
      throw new Fault(Fault.Category.UPSTREAM, "Function " + function + " failed.");
    }
  }
}
