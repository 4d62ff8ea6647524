package dev.baton.bench.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The least that a function can do: what any other is compared with. */
public final class HelloHandler implements RequestStreamHandler {

  /** The handler as the runtime makes it. */
  public HelloHandler() {}

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    input.readAllBytes();
    output.write("{\"statusCode\":200,\"body\":\"Hello\"}".getBytes(UTF_8));
  }
}
