package dev.baton.testkit.command;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCodes;
import dev.baton.core.schema.JsonSchemas;
import dev.baton.testkit.schema.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds an answer to its command's definition: declared errors and nothing undeclared in data. */
public final class Promises {
  private Promises() {}

  /**
   * Checks an answer.
   *
   * @param status its HTTP status
   * @param body its envelope
   * @throws AssertionError naming the command and what it did not declare
   */
  public static void check(CommandDefinition definition, int status, JsonObject body) {
    JsonObject error = body.object("error");
    Json data = body.get("data");
    if (error != null && !isDeclared(definition, status, error.text("code"))) {
      throw new AssertionError(definition.name() + " does not declare " + error.write());
    }
    List<String> problems =
        data == null ? List.of() : Schema.of(JsonSchemas.exact(definition.output())).problems(data);
    if (!problems.isEmpty() || (error == null) == (data == null)) {
      throw new AssertionError(definition.name() + " answers otherwise: " + problems);
    }
  }

  private static boolean isDeclared(
      CommandDefinition definition, int status, @Nullable String code) {
    return Stream.of(ErrorCodes.OF_EVERY_COMMAND, definition.errors())
        .flatMap(List::stream)
        .anyMatch(known -> known.name().equals(code) && known.status() == status);
  }
}
