package dev.baton.survey.participants;

import dev.baton.shell.log.Log;
import dev.baton.shell.metric.Metrics;
import dev.baton.survey.core.machine.Decision;
import dev.baton.survey.core.participant.Episode;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.ParticipantError;
import dev.baton.survey.core.participant.RunningSurvey;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.Timer;
import dev.baton.survey.core.participant.command.Command;
import dev.baton.survey.core.participant.effect.TimerKind;
import dev.baton.survey.core.participant.event.SurveyEvent;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Log lines and metrics of what happened to participants: handoffs, trouble, and how late time was.
 */
final class EventLog {
  private static final long OVERDUE = 120_000;

  private final Log log;
  private final Metrics metrics;

  EventLog(Log log, Metrics metrics) {
    this.log = log;
    this.metrics = metrics;
  }

  void happened(Command command, Participant before, Decision decision, long now) {
    Map<String, String> form = form(decision.next());
    decision.metrics().forEach((name, times) -> metrics.count(name, times, form));
    decision.events().forEach(event -> report(event, decision.next()));
    Timer timer = endedBy(command, before, decision);
    if (timer != null && now >= timer.due()) {
      metrics.duration("timer_lateness", now - timer.due(), form);
      metrics.count("wait_overdue", now - timer.due() > OVERDUE ? 1 : 0, form);
    }
  }

  private void report(SurveyEvent event, Participant next) {
    if (event instanceof SurveyEvent.Blocked(Episode episode)) {
      trouble("participant_blocked", episode.error(), next);
    } else if (event instanceof SurveyEvent.SurveyFailed(Episode episode)) {
      trouble("participant_error", episode.error(), next);
    } else if (event instanceof SurveyEvent.HandoffOpened opened) {
      Map<String, Object> fields = who(next);
      fields.put("handoff_id", opened.handoff().id().text(next.pageId(), next.userId()));
      fields.put("target_app_id", opened.handoff().target());
      log.info("handoff_started", fields);
    } else if (event instanceof SurveyEvent.HandoffEnded ended) {
      ended(ended, next);
    } else if (event instanceof SurveyEvent.LateReturnNoted late) {
      Map<String, Object> fields = who(next);
      fields.put("handoff_id", late.id().text(next.pageId(), next.userId()));
      log.warn("late_return", fields);
      metrics.count("late_return", form(next));
    }
  }

  private void ended(SurveyEvent.HandoffEnded ended, Participant next) {
    String outcome = ended.outcome().wireName();
    Map<String, Object> fields = who(next);
    fields.put("handoff_id", ended.handoff().id().text(next.pageId(), next.userId()));
    fields.put("target_app_id", ended.handoff().target());
    fields.put("outcome", outcome);
    log.info("handoff_ended", fields);
    Map<String, String> dimensions = new HashMap<>(form(next));
    dimensions.put("outcome", outcome);
    metrics.count("handoff_ended", dimensions);
  }

  private void trouble(String name, ParticipantError error, Participant next) {
    Map<String, Object> fields = who(next);
    fields.put("tag", error.tag());
    fields.put("code", String.valueOf(error.code()));
    fields.put("message", error.message());
    log.error(name, fields);
    metrics.count(name, form(next));
  }

  // A wait may also end by the first event after its time; that is how late it was, too.
  private static @Nullable Timer endedBy(Command command, Participant before, Decision decision) {
    if (command instanceof Command.TimerFired(TimerKind kind, long round, var firing)
        && kind != TimerKind.WAIT) {
      return kind == TimerKind.RETRY ? before.outbox().retry() : before.position().followUp();
    }
    RunningWait waiting = before.waiting();
    return waiting == null || !decision.resumed() ? null : waiting.timer();
  }

  private static Map<String, String> form(Participant participant) {
    RunningSurvey survey = participant.survey();
    return Map.of("form", survey == null ? "none" : survey.shortcode());
  }

  private static Map<String, Object> who(Participant participant) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("page_id", participant.pageId());
    fields.put("user_id", participant.userId());
    fields.put("turn", participant.turn());
    return fields;
  }
}
