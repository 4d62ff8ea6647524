package dev.baton.core.lint;

import dev.baton.core.command.CommandDefinition;
import dev.baton.core.command.CommandDefinition.Effects;
import dev.baton.core.command.Example;
import dev.baton.core.command.Exposure;
import dev.baton.core.command.HandoffDefinition;
import dev.baton.core.command.Labels;
import dev.baton.core.result.ErrorCode;
import dev.baton.core.schema.FieldType;
import dev.baton.core.schema.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One definition with one field changed; each method answers a changed copy. */
record Change(CommandDefinition of) {

  CommandDefinition name(String name) {
    return copy(name, of.description(), of.effects(), of.errors(), of.input(), of.output());
  }

  CommandDefinition description(String description) {
    return copy(of.name(), description, of.effects(), of.errors(), of.input(), of.output());
  }

  CommandDefinition effects(Effects effects) {
    return copy(of.name(), of.description(), effects, of.errors(), of.input(), of.output());
  }

  CommandDefinition errors(List<ErrorCode> errors) {
    return copy(of.name(), of.description(), of.effects(), errors, of.input(), of.output());
  }

  CommandDefinition input(Shape input) {
    return copy(of.name(), of.description(), of.effects(), of.errors(), input, of.output());
  }

  CommandDefinition output(FieldType output) {
    return copy(of.name(), of.description(), of.effects(), of.errors(), of.input(), output);
  }

  CommandDefinition examples(List<Example> examples) {
    return rest(
        examples, of.requires(), of.labels(), of.exposure(), of.handoff(), of.undoCommand());
  }

  CommandDefinition requires(List<String> requires) {
    return rest(
        of.examples(), requires, of.labels(), of.exposure(), of.handoff(), of.undoCommand());
  }

  CommandDefinition labels(Labels labels) {
    return rest(
        of.examples(), of.requires(), labels, of.exposure(), of.handoff(), of.undoCommand());
  }

  CommandDefinition exposure(Exposure exposure) {
    return rest(
        of.examples(), of.requires(), of.labels(), exposure, of.handoff(), of.undoCommand());
  }

  CommandDefinition handoff(@Nullable HandoffDefinition handoff) {
    return rest(
        of.examples(), of.requires(), of.labels(), of.exposure(), handoff, of.undoCommand());
  }

  CommandDefinition undo(@Nullable String undo) {
    return rest(of.examples(), of.requires(), of.labels(), of.exposure(), of.handoff(), undo);
  }

  private CommandDefinition copy(
      String name,
      String description,
      Effects effects,
      List<ErrorCode> errors,
      Shape input,
      FieldType output) {
    return new CommandDefinition(
        name,
        of.version(),
        description,
        effects,
        errors,
        input,
        output,
        of.examples(),
        of.requires(),
        of.labels(),
        of.exposure(),
        of.handoff(),
        of.undoCommand(),
        of.largestBody());
  }

  private CommandDefinition rest(
      List<Example> examples,
      List<String> requires,
      Labels labels,
      Exposure exposure,
      @Nullable HandoffDefinition handoff,
      @Nullable String undo) {
    return new CommandDefinition(
        of.name(),
        of.version(),
        of.description(),
        of.effects(),
        of.errors(),
        of.input(),
        of.output(),
        examples,
        requires,
        labels,
        exposure,
        handoff,
        undo,
        of.largestBody());
  }
}
