package dev.baton.shell.command;

import dev.baton.core.access.Caller;
import dev.baton.core.command.CommandDefinition;
import dev.baton.core.json.JsonNumber;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.Answer;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.Refused;
import dev.baton.core.result.ResultMetadata;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.lambda.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
  private final Execution<I> execution;
  private final InputCheck inputs;
  private final EdgeParts parts;

  private CommandEdge(
      CommandDefinition definition,
      Function<Arguments, I> typed,
      Execution<I> execution,
      EdgeParts parts) {
    this.definition = definition;
    this.typed = typed;
    this.execution = execution;
    this.inputs = new InputCheck(definition);
    this.parts = parts;
  }

  /**
   * An edge for one command that does not hand off and whose answer holds no secret.
   *
   * @param definition the command as data
   * @param typed makes the typed input of arguments that match the definition
   * @param command what it does
   * @param parts what every edge is made of
   */
  public static <I> CommandEdge<I> of(
      CommandDefinition definition,
      Function<Arguments, I> typed,
      Command<I> command,
      EdgeParts parts) {
    return new CommandEdge<>(
        definition, typed, new Execution<>(definition, command, null, null, parts), parts);
  }

  /**
   * An edge for one command whose answer holds a secret.
   *
   * @param reissue how a repeated call is answered
   */
  public static <I> CommandEdge<I> reissuing(
      CommandDefinition definition,
      Function<Arguments, I> typed,
      Command<I> command,
      Reissue reissue,
      EdgeParts parts) {
    return new CommandEdge<>(
        definition, typed, new Execution<>(definition, command, reissue, null, parts), parts);
  }

  /**
   * An edge for one command that hands off.
   *
   * @param sessions the sessions behind it
   */
  public static <I> CommandEdge<I> handingOff(
      CommandDefinition definition,
      Function<Arguments, I> typed,
      Command<I> command,
      HandoffSessions sessions,
      EdgeParts parts) {
    return new CommandEdge<>(
        definition,
        typed,
        new Execution<>(definition, command, new SessionReissue(sessions), sessions, parts),
        parts);
  }

  /** The command as data. */
  public CommandDefinition definition() {
    return definition;
  }

  /** Answers one request; never throws for what a caller sent or a store did. */
  public HttpResponse respond(HttpRequest request) {
    long begun = parts.clock().millis();
    String traceId = TraceIds.of(request.header("x-trace-id"));
    Executed executed = executed(request, traceId);
    long ended = parts.clock().millis();
    ResultMetadata metadata =
        new ResultMetadata(
            Math.max(0, ended - begun), definition.version(), traceId, ended, executed.replayed());
    logCall(request, executed.answer(), metadata);
    return response(executed.answer(), metadata);
  }

  private Executed executed(HttpRequest request, String traceId) {
    try {
      Refused transport = TransportCheck.refusal(request, largestBody());
      return transport == null ? authenticated(request, traceId) : Executed.anew(transport);
    } catch (RuntimeException fault) {
      parts
          .log()
          .error("command_fault", Map.of("command", definition.name(), "trace_id", traceId), fault);
      return Executed.anew(FaultAnswer.of(fault, definition.mutation()));
    }
  }

  private Executed authenticated(HttpRequest request, String traceId) {
    return switch (CallerCheck.of(request.authorizer(), definition.name())) {
      case CallerCheck.Unknown(Refused refusal) -> Executed.anew(refusal);
      case CallerCheck.Known(Caller caller) -> admitted(new Call(caller, traceId, request));
    };
  }

  private Executed admitted(Call call) {
    Refused tooOften =
        parts.limits().refusal(definition, call.owner(), call.request().authorizer());
    return tooOften == null ? validated(call) : Executed.anew(tooOften);
  }

  private Executed validated(Call call) {
    return switch (inputs.check(call.request().body())) {
      case InputCheck.Wrong(Refused refusal) -> Executed.anew(refusal);
      case InputCheck.Right(JsonObject sent, Arguments arguments) -> {
        CommandResult problem = RepeatHeader.problem(definition, call.request());
        yield problem == null
            ? execution.run(sent, typed.apply(arguments), call)
            : Executed.anew(problem);
      }
    };
  }

  private int largestBody() {
    return definition.largestBody() == 0 ? parts.usualBody() : definition.largestBody();
  }

  private void logCall(HttpRequest request, Answer answer, ResultMetadata metadata) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("command", definition.name());
    fields.put("trace_id", metadata.traceId());
    fields.put("key_id", request.authorizer().getOrDefault("key_id", ""));
    fields.put("milliseconds", metadata.executionTimeMs());
    JsonObject error = answer.body().object("error");
    String code = error == null ? null : error.text("code");
    fields.put("code", code == null ? "OK" : code);
    if (metadata.replayed()) {
      fields.put("replayed", true);
    }
    parts.log().info("command", fields);
  }

  private static HttpResponse response(Answer answer, ResultMetadata metadata) {
    HttpResponse response =
        HttpResponse.json(answer.status(), answer.toJson(metadata).write())
            .with("X-Trace-Id", metadata.traceId());
    if (metadata.replayed()) {
      response = response.with("Idempotency-Replayed", "true");
    }
    if (answer.status() == 405) {
      response = response.with("Allow", "POST");
    }
    String seconds = retryAfter(answer);
    return seconds == null ? response : response.with("Retry-After", seconds);
  }

  private static @Nullable String retryAfter(Answer answer) {
    JsonObject error = answer.body().object("error");
    JsonObject details = error == null ? null : error.object("details");
    return details != null
            && details.get(Refused.RETRY_AFTER_SECONDS) instanceof JsonNumber(String seconds)
        ? seconds
        : null;
  }
}
