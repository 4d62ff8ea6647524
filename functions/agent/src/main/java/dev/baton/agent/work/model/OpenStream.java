package dev.baton.agent.work.model;

import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.RawMessageStreamEvent;
import org.jspecify.annotations.Nullable;

/** The stream of a call, as soon as it has one. Thread-safe. */
final class OpenStream {
  private @Nullable StreamResponse<RawMessageStreamEvent> response;
  private boolean abandoned;

  /** Keeps the stream; closes it at once when nobody wants it any more. */
  void opened(StreamResponse<RawMessageStreamEvent> stream) {
    boolean unwanted;
    synchronized (this) {
      response = stream;
      unwanted = abandoned;
    }
    if (unwanted) {
      stream.close();
    }
  }

  synchronized void abandon() {
    abandoned = true;
  }

  void close() {
    StreamResponse<RawMessageStreamEvent> stream;
    synchronized (this) {
      stream = response;
    }
    if (stream != null) {
      stream.close();
    }
  }
}
