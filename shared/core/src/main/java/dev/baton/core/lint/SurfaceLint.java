package dev.baton.core.lint;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.Example;
import dev.baton.core.result.ErrorCode;
import dev.baton.core.result.FieldError;
import dev.baton.core.schema.ShapeCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What must be true of all commands together, so that people and tools can tell them apart. Source:
 * command specification, sections 2.1 and 2.2.
 */
public final class SurfaceLint {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z][a-z0-9]*)+");
  private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+");
  private static final int LONGEST_NAME = 64;
  private static final double MOST_ALIKE = 0.6;
  private static final double MOST_SHARED = 0.8;

  private final Map<String, CommandDefinition> byName = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private SurfaceLint() {}

  /** What is wrong with these commands; empty when nothing is. */
  public static List<Finding> of(List<CommandDefinition> commands) {
    SurfaceLint lint = new SurfaceLint();
    commands.forEach(command -> lint.byName.put(command.name(), command));
    lint.names(commands);
    commands.forEach(lint::alone);
    lint.requirements(commands);
    lint.pairs(commands);
    return List.copyOf(lint.findings);
  }

  private void names(List<CommandDefinition> commands) {
    Set<String> plain = new HashSet<>();
    Map<String, Integer> sizes = new HashMap<>();
    for (CommandDefinition command : commands) {
      sizes.merge(command.category(), 1, Integer::sum);
      if (!NAME.matcher(command.name()).matches() || command.name().length() > LONGEST_NAME) {
        report(command, "name", "is malformed");
      }
      if (!plain.add(command.name().replaceAll("[-_.]", ""))) {
        report(command, "name", "is another command's name but for its separators");
      }
    }
    for (CommandDefinition command : commands) {
      if (sizes.getOrDefault(command.category(), 0) < 2) {
        report(command, "category", command.category() + " has no second command");
      }
    }
  }

  private void alone(CommandDefinition command) {
    Descriptions.problems(command.description())
        .forEach(problem -> report(command, "description", problem));
    if (!VERSION.matcher(command.version()).matches()) {
      report(command, "version", command.version() + " is no semantic version");
    }
    if (command.destructive() && !command.mutation()) {
      report(command, "destructive", "changes nothing and yet deletes");
    }
    if (!command.mutation() && !command.idempotent()) {
      report(command, "idempotent", "changes nothing and yet cannot be repeated");
    }
    if (command.errors().size() != new HashSet<>(command.errors()).size()) {
      report(command, "errors", "name one twice");
    }
    for (ErrorCode code : command.errors()) {
      if (code.status() >= 500) {
        report(command, "errors", code.name() + " is a fault, which every command has");
      }
    }
    examples(command);
    Schemas.problems(command).forEach(problem -> report(command, "schema", problem));
  }

  private void examples(CommandDefinition command) {
    if (command.examples().isEmpty()) {
      report(command, "examples", "are missing");
    }
    for (Example example : command.examples()) {
      for (FieldError problem : ShapeCheck.of(example.input(), command.input())) {
        report(command, "examples", problem.path() + " " + problem.message());
      }
    }
  }

  private void requirements(List<CommandDefinition> commands) {
    for (CommandDefinition command : commands) {
      for (String required : command.requires()) {
        if (!byName.containsKey(required)) {
          report(command, "requires", required + " does not exist");
        } else if (leadsTo(required, command.name(), new HashSet<>())) {
          report(command, "requires", required + " requires it too");
        }
      }
      String undo = command.undoCommand();
      if (undo != null && !byName.containsKey(undo)) {
        report(command, "undoCommand", undo + " does not exist");
      }
    }
  }

  private boolean leadsTo(String from, String goal, Set<String> seen) {
    CommandDefinition command = byName.get(from);
    return from.equals(goal)
        || (command != null
            && seen.add(from)
            && command.requires().stream().anyMatch(next -> leadsTo(next, goal, seen)));
  }

  private void pairs(List<CommandDefinition> commands) {
    for (int left = 0; left < commands.size(); left++) {
      for (int right = left + 1; right < commands.size(); right++) {
        pair(commands.get(left), commands.get(right));
      }
    }
  }

  private void pair(CommandDefinition left, CommandDefinition right) {
    double alike = Descriptions.likeness(left.description(), right.description());
    if (alike >= MOST_ALIKE) {
      report(left, "description", "is too much like that of " + right.name());
    }
    if (shared(left.input().names(), right.input().names()) >= MOST_SHARED) {
      report(left, "input", "has nearly the same fields as " + right.name());
    }
  }

  /** The share of common fields among all fields of both. */
  private static double shared(List<String> left, List<String> right) {
    Set<String> all = new HashSet<>(left);
    all.addAll(right);
    Set<String> common = new HashSet<>(left);
    common.retainAll(right);
    return all.isEmpty() ? 0 : (double) common.size() / all.size();
  }

  private void report(CommandDefinition command, String rule, String message) {
    findings.add(new Finding(command.name(), rule, message));
  }
}
