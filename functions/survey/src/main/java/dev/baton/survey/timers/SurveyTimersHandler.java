package dev.baton.survey.timers;

import dev.baton.shell.command.CommandFunction;
import dev.baton.survey.command.CommandWiring;
import dev.baton.survey.store.DynamoParticipantIndex;

/** The function behind {@code POST /commands/survey-timers}. */
public final class SurveyTimersHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public SurveyTimersHandler() {
    this(CommandWiring.ofProcess());
  }

  /** The handler over these parts. */
  public SurveyTimersHandler(CommandWiring wiring) {
    super(
        wiring.edge(
            SurveyTimersDefinition.DEFINITION,
            SurveyTimersInput::of,
            new SurveyTimers(
                wiring.ownedPages(),
                new DynamoParticipantIndex(wiring.survey().table()),
                wiring.survey().participants(),
                wiring.survey().clock())));
  }
}
