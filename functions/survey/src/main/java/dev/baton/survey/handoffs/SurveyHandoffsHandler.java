package dev.baton.survey.handoffs;

import dev.baton.shell.command.CommandFunction;
import dev.baton.survey.command.CommandWiring;
import dev.baton.survey.store.DynamoHandoffStore;

/** The function behind {@code POST /commands/survey-handoffs}. */
public final class SurveyHandoffsHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public SurveyHandoffsHandler() {
    this(CommandWiring.ofProcess());
  }

  /** The handler over these parts. */
  public SurveyHandoffsHandler(CommandWiring wiring) {
    super(
        wiring.edge(
            SurveyHandoffsDefinition.DEFINITION,
            SurveyHandoffsInput::of,
            new SurveyHandoffs(
                wiring.rowChecks(), new DynamoHandoffStore(wiring.survey().table()))));
  }
}
