package dev.baton.local.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import dev.baton.local.template.FunctionDefinition;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a handler is told about its call. Identity and client context are null, as they are for
 * every caller we have.
 */
@NullUnmarked // the interface comes from AWS and has no nullness
final class InvocationContext implements Context {
  private final FunctionDefinition function;
  private final String requestId;
  private final String qualifier;
  private final long deadlineNanos;

  InvocationContext(FunctionDefinition function, String requestId, String qualifier) {
    this.function = function;
    this.requestId = requestId;
    this.qualifier = qualifier;
    this.deadlineNanos = System.nanoTime() + function.timeout().toNanos();
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + function.name();
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public String getFunctionName() {
    return function.name();
  }

  @Override
  public String getFunctionVersion() {
    return function.version(qualifier);
  }

  @Override
  public String getInvokedFunctionArn() {
    return function.arn(qualifier);
  }

  @Override
  public CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public ClientContext getClientContext() {
    return null;
  }

  @Override
  public int getRemainingTimeInMillis() {
    return (int) Math.max(0, (deadlineNanos - System.nanoTime()) / 1_000_000);
  }

  @Override
  public int getMemoryLimitInMB() {
    return function.memoryMegabytes();
  }

  @Override
  public LambdaLogger getLogger() {
    Logger log = LoggerFactory.getLogger("lambda." + function.name());
    return new LambdaLogger() {
      @Override
      public void log(String message) {
        log.info(message.stripTrailing());
      }

      @Override
      public void log(byte[] message) {
        log(new String(message, StandardCharsets.UTF_8));
      }
    };
  }
}
