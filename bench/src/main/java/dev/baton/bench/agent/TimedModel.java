package dev.baton.bench.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A model that says nothing but the time: each piece of text is the moment at which it was written,
 * in nanoseconds of this JVM. A prompt says how many pieces, and how many milliseconds lie between.
 */
final class TimedModel implements AutoCloseable {
  private static final Pattern ORDER = Pattern.compile("say (\\d+) every (\\d+)");
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
  private final BlockingQueue<Long> gone = new LinkedBlockingQueue<>();

  TimedModel() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/messages", this::answer);
    server.start();
  }

  /** What is asked of it. */
  static String order(int pieces, long pauseMillis) {
    return "say " + pieces + " every " + pauseMillis;
  }

  /** Its address, without a slash at the end. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits for the next caller who goes away amid an answer, and says when it was noticed. */
  long gone() throws InterruptedException {
    Long moment = gone.poll(30, TimeUnit.SECONDS);
    if (moment == null) {
      throw new IllegalStateException("Nobody went away.");
    }
    return moment;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      MatchResult order =
          ORDER.matcher(request).results().reduce((first, second) -> second).orElseThrow();
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      say(
          exchange.getResponseBody(),
          Integer.parseInt(order.group(1)),
          Long.parseLong(order.group(2)));
    } catch (IOException left) {
      gone.add(System.nanoTime());
      throw left;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(OutputStream body, int pieces, long pauseMillis)
      throws IOException, InterruptedException {
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
