package dev.baton.survey.import_;

import dev.baton.shell.command.CommandFunction;
import dev.baton.survey.command.CommandWiring;

/** The function behind {@code POST /commands/survey-import}. */
public final class SurveyImportHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public SurveyImportHandler() {
    this(CommandWiring.ofProcess());
  }

  /** The handler over these parts. */
  public SurveyImportHandler(CommandWiring wiring) {
    super(
        wiring.edge(
            SurveyImportDefinition.DEFINITION,
            SurveyImportInput::of,
            new SurveyImport(
                wiring.survey().pages(),
                wiring.survey().forms(),
                wiring.checks(),
                wiring.survey().clock())));
  }
}
