package dev.baton.survey.release;

import dev.baton.shell.command.CommandFunction;
import dev.baton.survey.command.CommandWiring;

/** The function behind {@code POST /commands/survey-release}. */
public final class SurveyReleaseHandler extends CommandFunction {

  /** The handler as Lambda makes it. */
  public SurveyReleaseHandler() {
    this(CommandWiring.ofProcess());
  }

  /** The handler over these parts. */
  public SurveyReleaseHandler(CommandWiring wiring) {
    super(
        wiring.edge(
            SurveyReleaseDefinition.DEFINITION,
            SurveyReleaseInput::of,
            new SurveyRelease(
                wiring.ownedPages(), wiring.survey().participants(), wiring.survey().log())));
  }
}
