package dev.baton.local.edge;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose body was read already and can be read once more. */
final class ReadRequest extends Request.Wrapper {
  private boolean handedOut;
  private final byte[] body;

  ReadRequest(Request request, byte[] body) {
    super(request);
    this.body = body;
  }

  @Override
  public Content.Chunk read() {
    if (handedOut) {
      return Content.Chunk.EOF;
    }
    handedOut = true;
    return Content.Chunk.from(ByteBuffer.wrap(body), true);
  }

  @Override
  public void demand(Runnable available) {
    available.run();
  }
}
