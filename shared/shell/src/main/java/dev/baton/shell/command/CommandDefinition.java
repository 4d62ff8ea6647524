package dev.baton.shell.command;

import dev.baton.core.result.ErrorCode;
import java.util.List;

/**
 * A command as data: what callers, checks and catalogues need to know of it. Source: command
 * specification, section 2.1.
 *
 * @param name its name, such as {@code survey-list}
 * @param version semantic version of its contract
 * @param description what it does, 20 to 300 characters, first word a verb in the third person
 * @param executionTime how long it usually takes
 * @param mutation whether it changes anything of a caller
 * @param destructive whether it deletes what cannot be made again
 * @param errors its own codes, beside those every command has
 * @param input the fields it takes
 * @param largestBody the longest body it takes, in bytes
 */
public record CommandDefinition(
    String name,
    String version,
    String description,
    ExecutionTime executionTime,
    boolean mutation,
    boolean destructive,
    List<ErrorCode> errors,
    InputSchema input,
    int largestBody) {

  /** The longest body of a command that does not say otherwise. */
  public static final int USUAL_BODY = 64 * 1024;

  /** How long a command usually takes. */
  public enum ExecutionTime {
    /** Below 50 milliseconds. */
    INSTANT,
    /** Below a second. */
    FAST,
    /** Below ten seconds. */
    SLOW,
    /** Longer. */
    LONG_RUNNING
  }

  /** A definition whose name and description have the required form. */
  public CommandDefinition {
    errors = List.copyOf(errors);
    if (!name.matches("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)+") || name.length() > 64) {
      throw new IllegalArgumentException("'" + name + "' is no command name.");
    }
    if (description.length() < 20 || description.length() > 300) {
      throw new IllegalArgumentException(
          "The description of " + name + " needs 20..300 characters.");
    }
  }

  /** A quick command that changes nothing and takes a body of the usual size. */
  public static CommandDefinition reading(
      String name, String description, List<ErrorCode> errors, InputSchema input) {
    return new CommandDefinition(
        name, "1.0.0", description, ExecutionTime.FAST, false, false, errors, input, USUAL_BODY);
  }

  /** A quick command that changes something and takes a body of the usual size. */
  public static CommandDefinition changing(
      String name, String description, List<ErrorCode> errors, InputSchema input) {
    return new CommandDefinition(
        name, "1.0.0", description, ExecutionTime.FAST, true, false, errors, input, USUAL_BODY);
  }

  /** The same command with another greatest body, in bytes. */
  public CommandDefinition withLargestBody(int bytes) {
    return new CommandDefinition(
        name, version, description, executionTime, mutation, destructive, errors, input, bytes);
  }

  /** The first segment of the name. */
  public String category() {
    return name.substring(0, name.indexOf('-'));
  }
}
