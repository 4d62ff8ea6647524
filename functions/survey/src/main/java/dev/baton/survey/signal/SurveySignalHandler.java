package dev.baton.survey.signal;

import dev.baton.shell.command.CommandFunction;
import dev.baton.survey.command.CommandWiring;

/** The function behind {@code POST /commands/survey-signal}. */
public final class SurveySignalHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public SurveySignalHandler() {
    this(CommandWiring.ofProcess());
  }

  /** The handler over these parts. */
  public SurveySignalHandler(CommandWiring wiring) {
    super(
        wiring.edge(
            SurveySignalDefinition.DEFINITION,
            SurveySignalInput::of,
            new SurveySignal(wiring.ownedPages(), wiring.survey().participants())));
  }
}
