package dev.baton.shell.command;

import dev.baton.core.access.Caller;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.result.CommandError;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Refused;
import dev.baton.core.result.ResultMetadata;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;
import dev.baton.shell.log.Log;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Everything around a command: the checks in the order of the command specification (section 3.1),
 * the command, the envelope, the headers, and one log line. Nothing before the input check depends
 * on what the body says.
 *
 * @param <I> the command's typed input
 */
public final class CommandEdge<I> {
  private final CommandDefinition definition;
  private final Function<Arguments, I> typed;
  private final Command<I> command;
  private final InputCheck inputs;
  private final InstantSource clock;
  private final Log log;

  /**
   * An edge for one command.
   *
   * @param definition the command as data
   * @param typed makes the typed input of arguments that match the definition
   * @param command what it does
   * @param clock the time of answers
   * @param log where calls and faults are written
   */
  public CommandEdge(
      CommandDefinition definition,
      Function<Arguments, I> typed,
      Command<I> command,
      InstantSource clock,
      Log log) {
    this.definition = definition;
    this.typed = typed;
    this.command = command;
    this.inputs = new InputCheck(definition);
    this.clock = clock;
    this.log = log;
  }

  /** The command as data. */
  public CommandDefinition definition() {
    return definition;
  }

  /** Answers one request; never throws for what a caller sent or a store did. */
  public HttpResponse respond(HttpRequest request) {
    long begun = clock.millis();
    String traceId = TraceIds.of(request.header("x-trace-id"));
    CommandResult result = result(request, traceId);
    long ended = clock.millis();
    ResultMetadata metadata =
        new ResultMetadata(Math.max(0, ended - begun), definition.version(), traceId, ended);
    logCall(request, result, metadata);
    return response(result, metadata);
  }

  private CommandResult result(HttpRequest request, String traceId) {
    try {
      Refused transport = TransportCheck.refusal(request, largestBody());
      return transport == null ? authenticated(request, traceId) : transport;
    } catch (RuntimeException fault) {
      log.error("command_fault", Map.of("command", definition.name(), "trace_id", traceId), fault);
      return FaultAnswer.of(fault, definition.mutation());
    }
  }

  private CommandResult authenticated(HttpRequest request, String traceId) {
    return switch (CallerCheck.of(request.authorizer(), definition.name())) {
      case CallerCheck.Unknown(Refused refusal) -> refusal;
      case CallerCheck.Known(Caller caller) ->
          switch (inputs.check(request.body())) {
            case InputCheck.Wrong(Refused refusal) -> refusal;
            case InputCheck.Right right ->
                command.execute(typed.apply(right.arguments()), new Call(caller, traceId, request));
          };
    };
  }

  private int largestBody() {
    return definition.largestBody() == 0 ? 64 * 1024 : definition.largestBody();
  }

  private void logCall(HttpRequest request, CommandResult result, ResultMetadata metadata) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("command", definition.name());
    fields.put("trace_id", metadata.traceId());
    fields.put("key_id", request.authorizer().getOrDefault("key_id", ""));
    fields.put("milliseconds", metadata.executionTimeMs());
    fields.put(
        "code",
        switch (result) {
          case Succeeded success -> "OK";
          case Refused(CommandError error) -> error.code().name();
        });
    log.info("command", fields);
  }

  private static HttpResponse response(CommandResult result, ResultMetadata metadata) {
    HttpResponse response =
        HttpResponse.json(result.status(), result.toJson(metadata).write())
            .with("X-Trace-Id", metadata.traceId());
    if (result instanceof Refused(CommandError error)) {
      response = error.code().status() == 405 ? response.with("Allow", "POST") : response;
      if (error.details().get("retryAfterSeconds") instanceof JsonNumber(String seconds)) {
        response = response.with("Retry-After", seconds);
      }
    }
    return response;
  }
}
