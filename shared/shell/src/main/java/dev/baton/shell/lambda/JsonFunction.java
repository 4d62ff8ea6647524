package dev.baton.shell.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.baton.core.json.Json;
import dev.baton.shell.config.Settings;
import dev.baton.shell.json.JsonReader;
import dev.baton.shell.json.JsonReading.Readable;
import dev.baton.shell.json.JsonReading.Unreadable;
import dev.baton.shell.rehearsal.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A function whose event and answer are JSON: the base of every handler. Without reflection over
 * event classes, which costs more start-up time than all the rest of the edge. Before Lambda takes
 * a snapshot of its process, a twin of it rehearses.
 */
public abstract class JsonFunction implements RequestStreamHandler {
  // An event of AWS is shallow; what people nest is text inside it and has limits of its own.
  private static final int DEEPEST_EVENT = 100;

  private final JsonReader reader = JsonReader.keepingDuplicates(DEEPEST_EVENT);

  @SuppressWarnings("UnusedVariable") // Kept for as long as the handler lives.
  private final @Nullable Snapshot snapshot = isReadied() ? Snapshot.ahead(getClass()) : null;

  /** For subclasses, which are the handlers. */
  protected JsonFunction() {}

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Json answer =
        switch (reader.read(input.readAllBytes())) {
          case Readable(Json event) -> answer(event, context);
          case Unreadable unreadable ->
              throw new IllegalArgumentException(
                  "The event is unreadable: " + unreadable.message());
        };
    output.write(answer.write().getBytes(UTF_8));
  }

  /**
   * Answers one event.
   *
   * @param event the event as AWS sent it
   * @param context Lambda's context of this invocation
   */
  protected abstract Json answer(Json event, Context context);

  /** Whether the process is started for a snapshot, and this is not a twin. */
  private static boolean isReadied() {
    String type = Settings.ofProcess().optional("AWS_LAMBDA_INITIALIZATION_TYPE");
    return "snap-start".equals(type) && Rehearsal.current() == null;
  }
}
