package dev.baton.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.baton.local.template.FunctionDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A handler of which every call meets a new instance, as if all others were ended just before.
 *
 * @param definition the function
 * @param environment shows the function's variables while an instance is made
 */
record FreshHandler(FunctionDefinition definition, ProcessEnvironment environment)
    implements RequestStreamHandler {

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    make().handleRequest(input, output, context);
  }

  // One after the other: there is one set of system properties.
  private RequestStreamHandler make() {
    synchronized (environment) {
      environment.showOnly(definition);
      try {
        return HandlerInvoker.make(definition);
      } finally {
        environment.close();
      }
    }
  }
}
