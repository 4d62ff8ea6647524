package dev.baton.shell.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.shell.rehearsal.Rehearsal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A second handler of a class, made as Lambda makes it, that answers the function's sample event in
 * a {@link Rehearsal}. It shares nothing with the first but the code, and is thrown away.
 *
 * @param handler the class
 */
record Twin(Class<? extends JsonFunction> handler) {
  /** More of them make no call faster; docs/adr/0018-snapshots.md has the figures. */
  private static final int TIMES = 5;

  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** Rehearses and says what went wrong. One that has no end is left alone. */
  List<String> rehearse() throws InterruptedException {
    Rehearsal rehearsal = new Rehearsal();
    Thread stage =
        Thread.ofPlatform()
            .daemon()
            .name("rehearsal")
            .start(() -> rehearsal.run(() -> perform(rehearsal)));
    if (!stage.join(LONGEST)) {
      rehearsal.note("The rehearsal takes longer than " + LONGEST + ".");
      stage.interrupt();
    }
    return rehearsal.mishaps();
  }

  private void perform(Rehearsal rehearsal) {
    try {
      byte[] event = event();
      JsonFunction twin = handler.getDeclaredConstructor().newInstance();
      RehearsalContext context = new RehearsalContext(handler.getSimpleName());
      for (int time = 0; time < TIMES; time++) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        twin.handleRequest(new ByteArrayInputStream(event), answer, context);
        check(answer.toString(UTF_8), rehearsal);
      }
    } catch (Throwable fault) { // Whatever it is, the snapshot is taken.
      Throwable cause = fault.getCause();
      rehearsal.note(cause == null ? fault.toString() : fault + " caused by " + cause);
    }
  }

  /** A fault of ours, which every function answers so; that others are not there is no fault. */
  private static void check(String answer, Rehearsal rehearsal) {
    if (answer.contains("\"statusCode\":500")) {
      rehearsal.note("The sample event is answered by a fault: " + answer);
    }
  }

  private byte[] event() throws IOException {
    String file = "/events/" + name() + ".json";
    try (InputStream event = handler.getResourceAsStream(file)) {
      if (event == null) {
        throw new FileNotFoundException(file);
      }
      return event.readAllBytes();
    }
  }

  /** The function's name: {@code chat-connect} for {@code ChatConnectHandler}. */
  private String name() {
    return handler
        .getSimpleName()
        .replaceAll("Handler$", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
        .toLowerCase(Locale.ROOT);
  }
}
