package dev.baton.local.model.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One request and the answer to it: {@link #answer} whole, or {@link #begin}, {@link #write} and
 * {@link #end}, or {@link #cut} in between. Used by one thread; every method that waits or writes
 * fails with {@link ClientGoneException} when the client is gone.
 */
public final class Exchange {
  private final HttpRequest request;
  private final Socket socket;
  private final OutputStream out;
  private final SocketFate fate;
  private boolean chunked;
  private int status;
  private volatile boolean finished;
  private long written;

  Exchange(HttpRequest request, Socket socket, OutputStream out, SocketFate fate) {
    this.request = request;
    this.socket = socket;
    this.out = out;
    this.fate = fate;
  }

  /** What is answered. */
  public HttpRequest request() {
    return request;
  }

  /** Is called once when the socket ends, perhaps long after the answer. */
  public void whenClosed(Consumer<SocketEnd> listener) {
    fate.listen(listener);
  }

  /** Bytes of the body that were written. */
  public long written() {
    return written;
  }

  /** The status that was written, 0 when none was yet. */
  public int status() {
    return status;
  }

  /** Whether the whole answer was written. */
  public boolean finished() {
    return finished;
  }

  /** A whole answer. */
  public void answer(int status, Map<String, String> headers, byte[] body)
      throws ClientGoneException {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Content-Length", String.valueOf(body.length));
    begin(status, all);
    write(body);
    end();
  }

  /** Status line and headers; the body is chunked unless they name its length. */
  public void begin(int status, Map<String, String> headers) throws ClientGoneException {
    this.status = status;
    chunked = !headers.containsKey("Content-Length");
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + status + "\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (chunked) {
      head.append("Transfer-Encoding: chunked\r\n");
    }
    if (request.wantsClose()) {
      head.append("Connection: close\r\n");
    }
    send(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A piece of the body, which leaves at once and, where the body is chunked, as one chunk. */
  public void write(byte[] piece) throws ClientGoneException {
    if (piece.length == 0) {
      return;
    }
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    if (chunked) {
      framed.writeBytes(
          (Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
    framed.writeBytes(piece);
    if (chunked) {
      framed.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    send(framed.toByteArray());
    written += piece.length;
  }

  /** The answer is complete; the connection may carry another request. */
  public void end() throws ClientGoneException {
    finished = true;
    if (chunked) {
      send("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
  }

  /** Closes the socket wherever the answer is. */
  public void cut() {
    fate.end(SocketEnd.By.SERVER);
    try {
      socket.close();
    } catch (IOException closedAnyway) {
      // Nothing is left to close.
    }
  }

  /** Writes nothing for that long; a client that goes away ends it at once. */
  public void pause(Duration time) throws ClientGoneException {
    if (time.isZero()) {
      return;
    }
    try {
      Thread.sleep(time);
    } catch (InterruptedException gone) {
      throw new ClientGoneException(gone);
    }
  }

  private void send(byte[] bytes) throws ClientGoneException {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException gone) {
      fate.end(SocketEnd.By.CLIENT);
      throw new ClientGoneException(gone);
    }
  }
}
