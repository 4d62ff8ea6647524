package dev.baton.shell.command;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.result.FieldError;
import dev.baton.core.result.Refused;
import dev.baton.shell.lambda.HttpRequest;
import dev.baton.shell.repeat.RepeatKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header Idempotency-Key, which only mutations heed. */
final class RepeatHeader {
  private static final String NAME = "Idempotency-Key";

  private RepeatHeader() {}

  static @Nullable String of(CommandDefinition definition, HttpRequest request) {
    return definition.mutation() ? request.header("idempotency-key") : null;
  }

  static @Nullable Refused problem(CommandDefinition definition, HttpRequest request) {
    String key = of(definition, request);
    return key == null || RepeatKey.isKey(key)
        ? null
        : InvalidInput.because(
            definition,
            List.of(
                new FieldError(
                    NAME,
                    "must have 1..128 printable ASCII characters",
                    "invalid_value",
                    "1..128 printable ASCII characters")));
  }
}
