package dev.baton.survey.core.machine;

import dev.baton.survey.core.inbound.Happening;
import dev.baton.survey.core.inbound.Item;
import dev.baton.survey.core.participant.OpenQuestion;
import dev.baton.survey.core.participant.Participant;
import dev.baton.survey.core.participant.RunningWait;
import dev.baton.survey.core.participant.State;
import dev.baton.survey.core.participant.event.SurveyEvent;
import dev.baton.survey.core.waiting.WaitEvent;

/**
 * Items of webhook deliveries: which rule looks at which. Source: survey spec §1.2, §2.3 and §6.3.
 */
final class Arriving {
  private Arriving() {}

  static void arrived(Turn turn, Item item) {
    if (item.happening() instanceof Happening.Echoed echo) {
      Delivering.echoed(turn, echo, item.timestamp());
      return;
    }
    if (turn.participant().contact().seen().holds(item.key())) {
      turn.inert("duplicate");
      return;
    }
    if (turn.state() == State.USER_BLOCKED) {
      turn.inert("participant_blocked");
      return;
    }
    handle(turn, item);
    if (turn.isRemembered()) {
      turn.emit(new SurveyEvent.EventSeen(item.key()));
    }
  }

  private static void handle(Turn turn, Item item) {
    switch (item.happening()) {
      case Happening.Echoed echo -> turn.inert("echo");
      case Happening.ControlTaken taken -> Returns.taken(turn, taken);
      case Happening.ControlPassed passed -> Returns.passed(turn, passed, item.timestamp());
      case Happening.Referral referral -> {
        Waiting.endOverdue(turn);
        Entry.referred(turn, referral);
        heard(turn);
      }
      case Happening.OptedIn optin -> {
        Waiting.endOverdue(turn);
        Answering.optedIn(turn, item, optin);
      }
      case Happening.TextSent text -> message(turn, item);
      case Happening.Tapped tap -> message(turn, item);
      case Happening.MediaSent media -> message(turn, item);
    }
  }

  private static void message(Turn turn, Item item) {
    if (item.standby()) {
      overheard(turn, item);
      return;
    }
    switch (turn.state()) {
      case START -> Entry.firstMessage(turn);
      case QOUT -> Answering.said(turn, item);
      case WAIT_EXTERNAL_EVENT -> inWait(turn, item);
      case END -> Answering.afterEnd(turn, item);
      case BLOCKED -> inBlock(turn, item);
      case ERROR -> turn.inert("error");
      case USER_BLOCKED -> turn.inert("participant_blocked");
    }
    heard(turn);
  }

  private static void heard(Turn turn) {
    if (turn.isRemembered()) {
      turn.emit(new SurveyEvent.ParticipantHeard(turn.now()));
    }
  }

  /** A message that went to another app. */
  private static void overheard(Turn turn, Item item) {
    boolean inHandoff =
        turn.state() == State.WAIT_EXTERNAL_EVENT && turn.participant().handoff() != null;
    if (inHandoff) {
      inWait(turn, item);
      heard(turn);
    } else if (!Waiting.endOverdue(turn)) {
      turn.inert("standby");
    }
  }

  private static void inWait(Turn turn, Item item) {
    Participant participant = turn.participant();
    RunningWait wait = participant.waiting();
    OpenQuestion question = participant.question();
    if (wait == null || question == null) {
      turn.inert("no_wait");
      return;
    }
    boolean listens = Waiting.listens(wait);
    if (listens && Waiting.set(turn, new WaitEvent.UserMessaged(), item.timestamp())) {
      Waiting.evaluate(turn, Trigger.USER_MESSAGE);
      return;
    }
    if (overdue(turn, item, question)) {
      return;
    }
    if (participant.handoff() != null || listens) {
      turn.inert("in_handoff");
      turn.remember();
    } else {
      Answering.said(turn, item);
    }
  }

  /** A message that finds the time of a wait over ends it, and is late itself. */
  private static boolean overdue(Turn turn, Item item, OpenQuestion question) {
    var survey = turn.survey();
    if (!Waiting.endOverdue(turn)) {
      return false;
    }
    turn.answerRow(Answering.lateRow(turn, item, survey, question));
    return true;
  }

  /** A message reopens the window, so what was refused goes again. */
  private static void inBlock(Turn turn, Item item) {
    Participant blocked = turn.participant();
    OpenQuestion question = blocked.question();
    if (question != null && blocked.waiting() != null && overdue(turn, item, question)) {
      return;
    }
    boolean answers =
        Blocking.isOpeningDelivered(blocked) && Blocking.isAboutMessage(blocked.episode());
    Blocking.resume(turn, true);
    if (!answers) {
      return;
    }
    switch (turn.state()) {
      case QOUT -> Answering.said(turn, item);
      case WAIT_EXTERNAL_EVENT -> inWait(turn, item);
      case START, END, BLOCKED, ERROR, USER_BLOCKED -> {}
    }
  }
}
