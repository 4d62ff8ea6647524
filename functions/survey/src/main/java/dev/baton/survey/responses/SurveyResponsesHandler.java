package dev.baton.survey.responses;

import dev.baton.shell.command.CommandFunction;
import dev.baton.survey.command.CommandWiring;
import dev.baton.survey.store.DynamoAnswerStore;

/** The function behind {@code POST /commands/survey-responses}. */
public final class SurveyResponsesHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public SurveyResponsesHandler() {
    this(CommandWiring.ofProcess());
  }

  /** The handler over these parts. */
  public SurveyResponsesHandler(CommandWiring wiring) {
    super(
        wiring.edge(
            SurveyResponsesDefinition.DEFINITION,
            SurveyResponsesInput::of,
            new SurveyResponses(
                wiring.rowChecks(), new DynamoAnswerStore(wiring.survey().table()))));
  }
}
