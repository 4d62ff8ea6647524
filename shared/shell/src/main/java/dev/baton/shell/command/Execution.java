package dev.baton.shell.command;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.HandoffDefinition;
import dev.baton.core.handoff.HandoffCheck;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.Answer;
import dev.baton.core.result.CommandResult;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.result.FieldError;
import dev.baton.core.result.Refused;
import dev.baton.core.result.Succeeded;
import dev.baton.shell.repeat.RepeatKey;
import dev.baton.shell.repeat.Repetition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks 6 to 9: a repeated call gets its first answer, a new one runs, and a handoff is looked at
 * before it leaves.
 *
 * @param <I> the command's typed input
 * @param definition the command as data
 * @param command what it does
 * @param reissue how a repetition is answered; null when the whole answer may be stored
 * @param sessions the sessions behind a command that hands off, else null
 * @param parts what every edge is made of
 */
record Execution<I>(
    CommandDefinition definition,
    Command<I> command,
    @Nullable Reissue reissue,
    @Nullable HandoffSessions sessions,
    EdgeParts parts) {
  private static final int FAULT = 500;

  /** An execution that can answer what its definition promises. */
  Execution {
    if ((definition.handoff() == null) != (sessions == null)) {
      throw new IllegalArgumentException(
          definition.name() + " needs sessions exactly when it hands off.");
    }
  }

  Executed run(JsonObject sent, I input, Call call) {
    String name = RepeatHeader.of(definition, call.request());
    if (name == null || parts.repeats().isOff()) {
      return Executed.anew(checked(command.execute(input, call), call));
    }
    RepeatKey key = RepeatKey.of(call.owner(), definition.name(), name, sent);
    return switch (parts.repeats().begin(key, parts.clock().millis())) {
      case Repetition.First first -> first(key, first, input, call);
      case Repetition.Answered(int status, JsonObject stored) -> again(status, stored, call);
      case Repetition.Running() -> Executed.anew(running());
      case Repetition.Reused() -> Executed.anew(reused());
    };
  }

  private Executed first(RepeatKey key, Repetition.First first, I input, Call call) {
    CommandResult result;
    try {
      result = checked(command.execute(input, call), call);
    } catch (RuntimeException fault) {
      kept(call, () -> parts.repeats().abandon(key, first));
      throw fault;
    }
    Answer answer = Answer.of(result);
    if (answer.status() >= FAULT) {
      kept(call, () -> parts.repeats().abandon(key, first));
    } else {
      JsonObject stored = stored(result, answer);
      kept(call, () -> parts.repeats().finish(key, first, answer.status(), stored));
    }
    return new Executed(answer, false);
  }

  /** What was decided is answered also when it cannot be kept: a repetition then runs again. */
  private void kept(Call call, Runnable keeping) {
    try {
      keeping.run();
    } catch (RuntimeException fault) {
      parts
          .log()
          .error(
              "repeat_not_kept",
              Map.of("command", definition.name(), "trace_id", call.traceId()),
              fault);
    }
  }

  private JsonObject stored(CommandResult result, Answer answer) {
    return reissue != null && result instanceof Succeeded success
        ? reissue.keep(success.data())
        : answer.stored();
  }

  private Executed again(int status, JsonObject stored, Call call) {
    boolean isWhole = reissue == null || Json.of(false).equals(stored.get("success"));
    return isWhole || reissue == null
        ? Executed.replayed(Answer.restored(status, stored))
        : Executed.replayed(Answer.of(checked(reissue.again(stored, call), call)));
  }

  private CommandResult checked(CommandResult result, Call call) {
    HandoffDefinition handoff = definition.handoff();
    if (handoff == null || sessions == null || !(result instanceof Succeeded success)) {
      return result;
    }
    List<FieldError> problems = HandoffCheck.of(success.data(), handoff, parts.clock().millis());
    if (problems.isEmpty()) {
      return result;
    }
    parts
        .log()
        .error(
            "handoff_invalid",
            Map.of(
                "command", definition.name(),
                "trace_id", call.traceId(),
                "problems",
                    problems.stream()
                        .map(each -> each.path() + " " + each.message())
                        .toList()
                        .toString()));
    parts.metrics().count("handoff_invalid", Map.of());
    sessions.discard(SessionReissue.sessionOf(success.data()), call);
    return FaultAnswer.internal(definition.mutation());
  }

  private static Refused running() {
    return Refused.because(
            ErrorCodes.IDEMPOTENCY_IN_PROGRESS,
            "The first call with this Idempotency-Key still runs.",
            "Send the same request again with the same Idempotency-Key.")
        .retryAfter(1);
  }

  private static Refused reused() {
    return Refused.because(
        ErrorCodes.IDEMPOTENCY_KEY_REUSED,
        "This Idempotency-Key was used for another input.",
        "Send another Idempotency-Key for another call, or the first input for the same call.");
  }
}
