package dev.baton.survey.import_;

import dev.baton.shell.command.CommandFunction;
import dev.baton.survey.command.CommandWiring;
import dev.baton.survey.store.DynamoFormStore;
import dev.baton.survey.store.DynamoPageStore;

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
            SurveyImportInput.DEFINITION,
            SurveyImportInput::of,
            new SurveyImport(
                new DynamoPageStore(wiring.table()),
                new DynamoFormStore(wiring.table()),
                wiring.checks(),
                wiring.clock())));
  }
}
