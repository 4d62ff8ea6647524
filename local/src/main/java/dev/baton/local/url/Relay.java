package dev.baton.local.url;

import dev.baton.local.adapter.InnerExchange;
import dev.baton.local.adapter.InnerHead;
import dev.baton.local.json.Jsons;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Brings one response of a server to a client, each piece when it comes. It belongs to one virtual
 * thread; only {@link #giveUp} is called by others.
 */
final class Relay {
  private static final int PIECE = 8 * 1024;

  /** Why a response ends before the server ended it. */
  enum Broken {
    NOT,
    CLIENT_GONE,
    TIMED_OUT
  }

  private final InnerExchange exchange;
  private final AbstractEndPoint client;
  private final Response response;
  private final Callback callback;
  private final AtomicReference<Broken> broken = new AtomicReference<>(Broken.NOT);

  /** A relay of a request that was read to its end. */
  Relay(InnerExchange exchange, Request request, Response response, Callback callback) {
    this.exchange = exchange;
    this.response = response;
    this.callback = callback;
    this.client = (AbstractEndPoint) request.getConnectionMetaData().getConnection().getEndPoint();
  }

  /**
   * Ends both sides: the server sees its connection reset, and a client in the middle of a response
   * sees it break off.
   */
  void giveUp(Broken reason) {
    if (broken.compareAndSet(Broken.NOT, reason)) {
      exchange.abort();
      if (response.isCommitted()) {
        client.close(new EOFException(reason.name()));
      }
    }
  }

  /**
   * Relays until either side ends.
   *
   * @param kept which of the server's headers, in lower case, the client gets
   */
  void run(Predicate<String> kept) {
    Departure departure = Departure.of(client, () -> giveUp(Broken.CLIENT_GONE));
    try (exchange) {
      InnerExchange.Reply reply = exchange.send();
      begin(reply.head(), kept);
      copy(reply.body());
      departure.stop();
      response.write(true, BufferUtil.EMPTY_BUFFER, callback);
    } catch (IOException fault) {
      departure.stop();
      fail(fault);
    }
  }

  /** A 204 is complete with its head, so nothing of it is written before its end. */
  private void begin(InnerHead head, Predicate<String> kept) throws IOException {
    response.setStatus(head.status());
    head.headers().stream()
        .filter(header -> kept.test(header.getKey()))
        .forEach(header -> response.getHeaders().add(header.getKey(), header.getValue()));
    if (head.status() != 204) {
      write(BufferUtil.EMPTY_BUFFER);
    }
  }

  private void copy(InputStream body) throws IOException {
    byte[] piece = new byte[PIECE];
    for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
      write(ByteBuffer.wrap(piece, 0, read));
    }
  }

  /** Writes and waits until the client's socket took it. */
  private void write(ByteBuffer bytes) throws IOException {
    try (Blocker.Callback written = Blocker.callback()) {
      response.write(false, bytes, written);
      written.block();
    } catch (IOException gone) {
      giveUp(Broken.CLIENT_GONE);
      throw gone;
    }
  }

  private void fail(IOException fault) {
    Broken reason = broken.get();
    boolean cut = reason == Broken.TIMED_OUT && response.isCommitted();
    if (cut || reason == Broken.CLIENT_GONE) {
      // Jetty keeps quiet about this kind: that a client leaves is no fault.
      callback.failed(new EofException(fault));
    } else if (response.isCommitted()) {
      response.write(true, ByteBuffer.wrap(lastWords(fault)), callback);
    } else {
      response.setStatus(502);
      response.getHeaders().put("content-type", "application/json");
      byte[] body = Jsons.bytes(Jsons.object().put("message", "Internal Server Error"));
      response.write(true, ByteBuffer.wrap(body), callback);
    }
  }

  /** What the adapter adds to the body when the server dies in the middle of it. */
  private static byte[] lastWords(IOException fault) {
    byte[] message = String.valueOf(fault.getMessage()).getBytes(StandardCharsets.UTF_8);
    return ("Lambda-Runtime-Function-Error-Type: Runtime.StreamError\r\n"
            + "Lambda-Runtime-Function-Error-Body: "
            + Base64.getEncoder().encodeToString(message)
            + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
