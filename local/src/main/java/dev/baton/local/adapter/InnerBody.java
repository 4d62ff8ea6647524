package dev.baton.local.adapter;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/**
 * The body of a server's response without its framing. A read returns what has come and does not
 * wait for more; a connection that ends too early is a fault, and never the end of the body.
 */
final class InnerBody extends InputStream {
  private final InputStream input;
  private final boolean chunked;
  private long left;
  private boolean ended;
  private boolean begun;

  private InnerBody(InputStream input, boolean chunked, long left) {
    this.input = input;
    this.chunked = chunked;
    this.left = left;
    this.ended = !chunked && left == 0;
  }

  /** The body that follows a head. */
  static InputStream of(String method, InnerHead head, InputStream input) throws IOException {
    if (method.equals("HEAD") || head.status() == 204 || head.status() == 304) {
      return InputStream.nullInputStream();
    }
    if ("chunked".equalsIgnoreCase(head.header("transfer-encoding"))) {
      return new InnerBody(input, true, 0);
    }
    String length = head.header("content-length");
    return length == null ? input : new InnerBody(input, false, number(length, 10));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (chunked && left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int read = input.read(target, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new EOFException("The server closed the connection in the middle of a body.");
    }
    left -= read;
    ended = !chunked && left == 0;
    return read;
  }

  private void nextChunk() throws IOException {
    if (begun && !InnerHead.line(input).isEmpty()) {
      throw new ProtocolException("A chunk is longer than it said.");
    }
    begun = true;
    left = number(InnerHead.line(input).replaceAll(";.*$", ""), 16);
    ended = left == 0;
    while (ended && !InnerHead.line(input).isEmpty()) {
      // Trailers; the adapter drops them.
    }
  }

  private static long number(String text, int radix) throws ProtocolException {
    try {
      return Long.parseUnsignedLong(text.strip(), radix);
    } catch (NumberFormatException noNumber) {
      throw new ProtocolException("Not a length: " + text);
    }
  }
}
