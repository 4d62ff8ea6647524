package dev.baton.survey.status;

import dev.baton.shell.command.CommandFunction;
import dev.baton.survey.command.CommandWiring;

/** The function behind {@code POST /commands/survey-status}. */
public final class SurveyStatusHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public SurveyStatusHandler() {
    this(CommandWiring.ofProcess());
  }

  /** The handler over these parts. */
  public SurveyStatusHandler(CommandWiring wiring) {
    super(
        wiring.edge(
            SurveyStatusDefinition.DEFINITION,
            SurveyStatusInput::of,
            new SurveyStatus(
                wiring.ownedPages(),
                wiring.survey().participantStore(),
                wiring.survey().takenForms(),
                wiring.survey().library())));
  }
}
