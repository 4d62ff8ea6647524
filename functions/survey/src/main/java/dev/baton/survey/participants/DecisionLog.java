package dev.baton.survey.participants;

import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import dev.baton.survey.core.machine.Decision;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.command.Command;

/** Log lines and metrics of decisions. */
public final class DecisionLog {
  private final Log log;
  private final Metrics metrics;

  /** Into this function's log and metrics. */
  public DecisionLog(Log log, Metrics metrics) {
    this.log = log;
    this.metrics = metrics;
  }

  void decided(Command command, Participant before, Decision decision) {}

  void contended(Command command, Participant participant) {}
}
