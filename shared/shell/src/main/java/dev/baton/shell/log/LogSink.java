package dev.baton.shell.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;

/** Where finished lines go: Lambda's log, or a list in a test. Called from several threads. */
@FunctionalInterface
public interface LogSink {

  /** Takes one line without its line end. */
  void accept(String line);

  /** The log of the running function. */
  static LogSink ofFunction() {
    // Bytes pass the runtime's own formatter untouched, so that a line is one JSON object and not a
    // text holding one.
    return line -> LambdaRuntime.getLogger().log((line + "\n").getBytes(UTF_8));
  }
}
