package dev.baton.bench.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A model that says nothing but the time: each piece of text is the moment at which it was written,
 * in nanoseconds of this JVM.
 */
final class TimedModel implements AutoCloseable {
  private static final String START =
      """
      event: message_start
      data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"timed","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":10,"output_tokens":1}}}

      event: content_block_start
      data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

      """;
  private static final String END =
      """
      event: content_block_stop
      data: {"type":"content_block_stop","index":0}

      event: message_delta
      data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":%d}}

      event: message_stop
      data: {"type":"message_stop"}

      """;

  private final HttpServer server;
  private final int pieces;
  private final long pauseMillis;

  /**
   * A model that answers everything with so many pieces.
   *
   * @param pauseMillis how long it rests between two pieces
   */
  TimedModel(int pieces, long pauseMillis) throws IOException {
    this.pieces = pieces;
    this.pauseMillis = pauseMillis;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/messages", this::answer);
    server.start();
  }

  /** Its address, without a slash at the end. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      OutputStream body = exchange.getResponseBody();
      write(body, START);
      for (int piece = 0; piece < pieces; piece++) {
        write(
            body,
            "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\" "
                + System.nanoTime()
                + "\"}}\n\n");
        TimeUnit.MILLISECONDS.sleep(pauseMillis);
      }
      write(body, END.formatted(pieces));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(OutputStream body, String text) throws IOException {
    body.write(text.getBytes(UTF_8));
    body.flush();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
