package dev.baton.survey.show;

import dev.baton.shell.command.CommandFunction;
import dev.baton.survey.command.CommandWiring;

/** The function behind {@code POST /commands/survey-show}. */
public final class SurveyShowHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public SurveyShowHandler() {
    this(CommandWiring.ofProcess());
  }

  /** The handler over these parts. */
  public SurveyShowHandler(CommandWiring wiring) {
    super(
        wiring.edge(
            SurveyShowDefinition.DEFINITION,
            SurveyShowInput::of,
            new SurveyShow(wiring.ownedPages(), wiring.survey().forms(), wiring.checks())));
  }
}
