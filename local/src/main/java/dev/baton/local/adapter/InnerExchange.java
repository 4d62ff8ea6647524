package dev.baton.local.adapter;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * One request to a server on a connection of its own, so that closing it is all that the server
 * sees of a client that left. {@link #abort} and {@link #close} may be called from any thread; the
 * rest belongs to one.
 */
public final class InnerExchange implements AutoCloseable {
  private final Socket socket = new Socket();
  private final int port;
  private final InnerRequest request;

  InnerExchange(int port, InnerRequest request) {
    this.port = port;
    this.request = request;
  }

  /**
   * A response as it comes.
   *
   * @param head status and headers
   * @param body reads return at once with what is there
   */
  public record Reply(InnerHead head, InputStream body) {}

  /**
   * Sends the request and waits for the head of the response.
   *
   * @throws IOException when the server does not answer or the exchange was aborted
   */
  public Reply send() throws IOException {
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.getOutputStream().write(request.bytes());
    InputStream input = new BufferedInputStream(socket.getInputStream());
    InnerHead head = InnerHead.read(input);
    return new Reply(head, InnerBody.of(request.method(), head, input));
  }

  /** Resets the connection: the next write of the server fails, instead of the one after it. */
  public void abort() {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException closed) {
      // It is as gone as it should be.
    }
    close();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException closed) {
      // It is as gone as it should be.
    }
  }
}
