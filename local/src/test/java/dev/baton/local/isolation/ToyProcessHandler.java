package dev.baton.local.isolation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * Does what its event says: {@code "exit"}, {@code "throw"}, {@code "env NAME"}, {@code "time"}, or
 * a port, at which it knocks and waits for an answer. Answers the id of its process, and what it
 * was asked for.
 */
public final class ToyProcessHandler implements RequestStreamHandler {

  /** As the runtime makes it; fails where the variable {@code TOY_BROKEN} is set. */
  public ToyProcessHandler() {
    if (System.getenv("TOY_BROKEN") != null) {
      throw new IllegalStateException("broken on purpose");
    }
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    String[] words = new String(input.readAllBytes(), UTF_8).replace("\"", "").split(" ");
    String answer = "";
    switch (words[0]) {
      case "exit" -> Runtime.getRuntime().halt(3);
      case "throw" -> throw new IOException("no luck");
      case "env" -> answer = String.valueOf(System.getenv(words[1]));
      case "time" -> answer = Integer.toString(context.getRemainingTimeInMillis());
      default -> knock(Integer.parseInt(words[0]));
    }
    String text = "{\"pid\":%d,\"answer\":\"%s\"}".formatted(ProcessHandle.current().pid(), answer);
    output.write(text.getBytes(UTF_8));
  }

  private static void knock(int port) throws IOException {
    try (Socket door = new Socket(InetAddress.getLoopbackAddress(), port)) {
      door.getOutputStream().write(1);
      door.getInputStream().read();
    }
  }
}
