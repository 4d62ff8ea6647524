package dev.baton.core.command;

import dev.baton.core.json.JsonObject;
import dev.baton.core.result.ErrorCode;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command as data: what callers, checks and catalogues need to know of it. Made by {@link
 * CommandDefinitionBuilder}. Source: command specification, section 2.1.
 *
 * @param name its name, such as {@code survey-list}
 * @param version semantic version of its contract
 * @param description what it does, 20 to 300 characters, first word a verb in the third person
 * @param effects what it does to the world and how long that takes
 * @param errors its own codes, beside those every command has
 * @param input the fields it takes
 * @param output what its data is
 * @param examples calls that show what it is for
 * @param requires commands that must come before
 * @param labels what its tags say beyond what follows from the rest
 * @param exposure on which surfaces it is
 * @param handoff what it hands off to; null when it does not
 * @param undoCommand the command that takes it back; null when there is none
 * @param largestBody the longest body it takes, in bytes; 0 for the usual one
 */
public record CommandDefinition(
    String name,
    String version,
    String description,
    Effects effects,
    List<ErrorCode> errors,
    Shape input,
    FieldType output,
    List<Example> examples,
    List<String> requires,
    Labels labels,
    Exposure exposure,
    @Nullable HandoffDefinition handoff,
    @Nullable String undoCommand,
    int largestBody) {

  /**
   * What a command does to the world.
   *
   * @param executionTime how long it usually takes
   * @param mutation whether it changes anything of a caller
   * @param confirmPrompt what to ask a person before it deletes what cannot be made again; null
   *     when it does not
   * @param idempotent whether doing it twice is like doing it once
   */
  public record Effects(
      ExecutionTime executionTime,
      boolean mutation,
      @Nullable String confirmPrompt,
      boolean idempotent) {}

  /** A definition over copies of its lists. */
  public CommandDefinition {
    errors = List.copyOf(errors);
    examples = List.copyOf(examples);
    requires = List.copyOf(requires);
  }

  /** Begins the definition of a quick command that changes nothing. */
  public static CommandDefinitionBuilder reading(String name, String description) {
    return new CommandDefinitionBuilder(name, description, false);
  }

  /** Begins the definition of a quick command that changes something. */
  public static CommandDefinitionBuilder changing(String name, String description) {
    return new CommandDefinitionBuilder(name, description, true);
  }

  /**
   * The first segment of the name; the tools about the commands themselves are {@code bootstrap}.
   */
  public String category() {
    String first = name.substring(0, name.indexOf('-'));
    return first.equals("afd") ? "bootstrap" : first;
  }

  /** Whether it changes anything of a caller. */
  public boolean mutation() {
    return effects.mutation();
  }

  /** Whether it deletes what cannot be made again. */
  public boolean destructive() {
    return effects.confirmPrompt() != null;
  }

  /** Whether doing it twice is like doing it once. */
  public boolean idempotent() {
    return effects.idempotent();
  }

  /** Whether it declares that code as its own. */
  public boolean declares(ErrorCode code) {
    return errors.contains(code);
  }

  /** All tags, those of the handoff last: protocol, alternatives, then resumable. */
  public List<String> tags() {
    List<String> tags = new ArrayList<>();
    tags.add(category());
    tags.add(labels.action().word());
    tags.add(labels.batch() ? "batch" : "single");
    tags.add(destructive() ? "destructive" : "safe");
    if (labels.agentFriendly()) {
      tags.add("agent-friendly");
    }
    if (handoff != null) {
      tags.add("handoff");
      tags.add("handoff:" + handoff.protocol().word());
      handoff.alternatives().forEach(other -> tags.add("handoff:" + other.word()));
      if (handoff.resumable()) {
        tags.add("handoff:resumable");
      }
    }
    return List.copyOf(tags);
  }

  /** The item of this command in the catalogue. */
  public JsonObject toJson() {
    return CatalogueItem.of(this);
  }
}
