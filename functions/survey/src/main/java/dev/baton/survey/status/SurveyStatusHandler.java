package dev.baton.survey.status;

import dev.baton.shell.command.CommandFunction;
import dev.baton.survey.command.CommandWiring;
import dev.baton.survey.store.DynamoParticipantStore;
import dev.baton.survey.store.DynamoTakenStore;

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
            SurveyStatusInput.DEFINITION,
            SurveyStatusInput::of,
            new SurveyStatus(
                wiring.ownedPages(),
                new DynamoParticipantStore(wiring.table()),
                new DynamoTakenStore(wiring.table()),
                wiring.library())));
  }
}
