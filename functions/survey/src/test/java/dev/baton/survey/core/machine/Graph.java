package dev.baton.survey.core.machine;

import dev.baton.survey.core.participant.effect.Effect;
import dev.baton.survey.core.participant.effect.FaultClass;
import dev.baton.survey.core.participant.effect.GraphFault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.function.Predicate;

/** A Graph API and a scheduler that answer as the test says; by default everything succeeds. */
final class Graph {

  /** What a call comes to. */
  sealed interface Answer {
    /** Done. */
    record Done() implements Answer {}

    /** Refused. */
    record Refused(GraphFault fault) implements Answer {}

    /** Done or not: nobody knows. */
    record Lost(boolean happened) implements Answer {}
  }

  static final Answer DONE = new Answer.Done();
  static final Answer LOST = new Answer.Lost(true);
  static final Answer NEVER_SENT = new Answer.Lost(false);

  private record Rule(Predicate<Effect> matches, Answer answer) {}

  private final Deque<Rule> rules = new ArrayDeque<>();
  private Function<Effect, Answer> otherwise = effect -> DONE;

  /** The next call that matches is answered so, once; earlier rules come first. */
  void next(Predicate<Effect> matches, Answer answer) {
    rules.add(new Rule(matches, answer));
  }

  /** The next message is answered so. */
  void nextSend(Answer answer) {
    next(effect -> effect instanceof Effect.Send, answer);
  }

  /** The next passing of the thread is answered so. */
  void nextPass(Answer answer) {
    next(effect -> effect instanceof Effect.PassThread, answer);
  }

  /** The next taking of the thread is answered so. */
  void nextTake(Answer answer) {
    next(effect -> effect instanceof Effect.TakeThread, answer);
  }

  /** Every call without a rule of its own is answered so. */
  void always(Function<Effect, Answer> answers) {
    otherwise = answers;
  }

  Answer answer(Effect effect) {
    for (Rule rule : rules) {
      if (rule.matches.test(effect)) {
        rules.remove(rule);
        return rule.answer;
      }
    }
    return otherwise.apply(effect);
  }

  static Answer refused(FaultClass faultClass, String code) {
    return new Answer.Refused(fault(faultClass, code));
  }

  static GraphFault fault(FaultClass faultClass, String code) {
    return new GraphFault(faultClass, code, null, "(#" + code + ") refused", null);
  }

  static Answer notOwner() {
    return new Answer.Refused(
        new GraphFault(FaultClass.LATER, "10", "2018300", "(#10) another app owns it", null));
  }
}
