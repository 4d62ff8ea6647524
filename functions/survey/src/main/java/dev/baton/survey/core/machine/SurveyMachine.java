package dev.baton.survey.core.machine;

import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.command.Command;

/**
 * The machine of a participant. Pure and total: it never throws, whatever the command. Source:
 * survey spec.
 */
public final class SurveyMachine {
  private SurveyMachine() {}

  /** What the command does to the participant. */
  public static Decision decide(Command command, Participant participant, Context context) {
    throw new UnsupportedOperationException(command.toString() + participant + context);
  }
}
