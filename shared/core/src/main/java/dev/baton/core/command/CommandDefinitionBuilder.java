package dev.baton.core.command;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCode;
import dev.baton.core.schema.Field;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects the fields of a definition; {@link #build} refuses what is missing or malformed. Not
 * thread-safe.
 */
public final class CommandDefinitionBuilder {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)+");
  private static final int LONGEST_NAME = 64;

  private final String name;
  private final String description;
  private final boolean mutation;
  private final List<ErrorCode> errors = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();
  private final List<String> requires = new ArrayList<>();
  private ExecutionTime executionTime = ExecutionTime.FAST;
  private boolean idempotent;
  private Shape input = Shape.EMPTY;
  private @Nullable FieldType output;
  private @Nullable Labels labels;
  private @Nullable Exposure exposure;
  private @Nullable HandoffDefinition handoff;
  private @Nullable String confirmPrompt;
  private @Nullable String undoCommand;
  private int largestBody;

  CommandDefinitionBuilder(String name, String description, boolean mutation) {
    this.name = name;
    this.description = description;
    this.mutation = mutation;
    this.idempotent = !mutation;
  }

  /** How long it usually takes, when that is not {@link ExecutionTime#FAST}. */
  public CommandDefinitionBuilder taking(ExecutionTime time) {
    executionTime = time;
    return this;
  }

  /** It deletes what cannot be made again, so a person is asked this first. */
  public CommandDefinitionBuilder destructive(String prompt) {
    confirmPrompt = prompt;
    return this;
  }

  /** Doing it twice is like doing it once; commands that change nothing are so anyway. */
  public CommandDefinitionBuilder repeatable() {
    idempotent = true;
    return this;
  }

  /** Its own codes. */
  public CommandDefinitionBuilder errors(ErrorCode... codes) {
    errors.addAll(List.of(codes));
    return this;
  }

  /** The fields it takes. */
  public CommandDefinitionBuilder input(Field... fields) {
    input = Shape.of(fields);
    return this;
  }

  /** The fields its data has. */
  public CommandDefinitionBuilder output(Field... fields) {
    return output(Shape.of(fields));
  }

  /** The fields its data has. */
  public CommandDefinitionBuilder output(Shape shape) {
    return output(new FieldType.Nested(shape));
  }

  /** What its data is, when that is no object. */
  public CommandDefinitionBuilder output(FieldType type) {
    output = type;
    return this;
  }

  /** A call that shows what it is for. */
  public CommandDefinitionBuilder example(String title, JsonObject input) {
    examples.add(new Example(title, input));
    return this;
  }

  /** Commands that must come before. */
  public CommandDefinitionBuilder requires(String... commands) {
    requires.addAll(List.of(commands));
    return this;
  }

  /** What its tags say. */
  public CommandDefinitionBuilder labels(Labels labels) {
    this.labels = labels;
    return this;
  }

  /** On which surfaces it is. */
  public CommandDefinitionBuilder exposed(Exposure exposure) {
    this.exposure = exposure;
    return this;
  }

  /** What it hands off to. */
  public CommandDefinitionBuilder handoff(HandoffDefinition handoff) {
    this.handoff = handoff;
    return this;
  }

  /** The command that takes it back. */
  public CommandDefinitionBuilder undoneBy(String command) {
    undoCommand = command;
    return this;
  }

  /** The longest body it takes, in bytes, when that is not the usual one. */
  public CommandDefinitionBuilder largestBody(int bytes) {
    largestBody = bytes;
    return this;
  }

  /** The definition, version 1.0.0. */
  public CommandDefinition build() {
    if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("'" + name + "' is no command name.");
    }
    return new CommandDefinition(
        name,
        "1.0.0",
        description,
        new CommandDefinition.Effects(executionTime, mutation, confirmPrompt, idempotent),
        errors,
        input,
        stated(output, "output"),
        examples,
        requires,
        stated(labels, "labels"),
        stated(exposure, "exposure"),
        handoff,
        undoCommand,
        largestBody);
  }

  private <T> T stated(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalArgumentException("The definition of " + name + " states no " + what + ".");
    }
    return value;
  }
}
