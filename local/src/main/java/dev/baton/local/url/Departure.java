package dev.baton.local.url;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Notices that a client closes its connection while nothing is written to it: Jetty looks for that
 * only between requests. A client that sends its next request before it has the response counts as
 * gone too; none does that behind a stream.
 */
final class Departure implements Callback {
  private final AbstractEndPoint client;
  private final Runnable gone;
  private boolean stopped;

  private Departure(AbstractEndPoint client, Runnable gone) {
    this.client = client;
    this.gone = gone;
  }

  /** Watches from now on; the request was read to its end. */
  static Departure of(AbstractEndPoint client, Runnable gone) {
    Departure departure = new Departure(client, gone);
    client.tryFillInterested(departure);
    return departure;
  }

  @Override
  public void succeeded() {
    if (isGone()) {
      gone.run();
    }
  }

  private synchronized boolean isGone() {
    if (stopped) {
      return false;
    }
    try {
      int read = client.fill(BufferUtil.allocate(1));
      return read != 0 || !client.tryFillInterested(this);
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void failed(Throwable fault) {
    if (!(fault instanceof CancellationException)) {
      gone.run();
    }
  }

  /** Leaves the connection to Jetty again; before the last byte of the response is written. */
  synchronized void stop() {
    if (!stopped) {
      stopped = true;
      client.getFillInterest().onFail(new CancellationException());
    }
  }
}
