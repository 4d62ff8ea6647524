package dev.baton.survey.command;

import dev.baton.core.command.CommandDefinition;
import dev.baton.shell.command.Arguments;
import dev.baton.shell.command.Command;
import dev.baton.shell.command.CommandEdge;
import dev.baton.survey.SurveyWiring;
import java.util.function.Function;

/**
 * What commands are made of beside the parts of all survey functions. Each command asks once, at
 * start, and only for what it uses, so that its function needs no more settings than that.
 *
 * @param survey the parts of all survey functions
 */
public record CommandWiring(SurveyWiring survey) {

  /** The wiring of this process. */
  public static CommandWiring ofProcess() {
    return new CommandWiring(SurveyWiring.ofProcess());
  }

  /** The edge of a command. */
  public <I> CommandEdge<I> edge(
      CommandDefinition definition, Function<Arguments, I> typed, Command<I> command) {
    return CommandEdge.of(definition, typed, command, survey.edgeParts());
  }

  /** Pages as callers may see them. */
  public OwnedPages ownedPages() {
    return new OwnedPages(survey.pages());
  }

  /** What must be there before rows are listed. */
  public RowChecks rowChecks() {
    return new RowChecks(ownedPages(), survey.forms(), survey.participantStore());
  }

  /** The compiler and linter of imports. */
  public FormChecks checks() {
    return new FormChecks(survey.linter(), survey.forms(), survey.ourAppId());
  }
}
