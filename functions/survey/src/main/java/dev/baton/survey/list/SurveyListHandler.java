package dev.baton.survey.list;

import dev.baton.shell.command.CommandFunction;
import dev.baton.survey.command.CommandWiring;
import dev.baton.survey.store.DynamoParticipantIndex;

/** The function behind {@code POST /commands/survey-list}. */
public final class SurveyListHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public SurveyListHandler() {
    this(CommandWiring.ofProcess());
  }

  /** The handler over these parts. */
  public SurveyListHandler(CommandWiring wiring) {
    super(
        wiring.edge(
            SurveyListDefinition.DEFINITION,
            SurveyListInput::of,
            new SurveyList(
                wiring.ownedPages(),
                wiring.survey().forms(),
                new DynamoParticipantIndex(wiring.survey().table()))));
  }
}
