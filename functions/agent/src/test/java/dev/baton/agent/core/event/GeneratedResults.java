package dev.baton.agent.core.event;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** How the calls of a turn end, by chance: in any order, some after a person was asked. */
final class GeneratedResults {
  private static final long EXPIRES = 4_000_000_000_000L;

  private final SplittableRandom random;
  private final LogMaker log;
  private final List<GeneratedAnswer.Call> left;

  GeneratedResults(SplittableRandom random, LogMaker log, List<GeneratedAnswer.Call> calls) {
    this.random = random;
    this.log = log;
    this.left = new ArrayList<>(calls);
  }

  /** The calls without a result. */
  List<GeneratedAnswer.Call> left() {
    return left;
  }

  /** Ends them, all or only some; whether all ended. */
  boolean make(boolean all) {
    List<GeneratedAnswer.Call> asked =
        new ArrayList<>(left.stream().filter(call -> random.nextInt(4) == 0).toList());
    List<GeneratedAnswer.Call> free = new ArrayList<>(left);
    free.removeAll(asked);
    int enough = all ? free.size() : random.nextInt(free.size() + 1);
    while (enough-- > 0) {
      ended(free.remove(random.nextInt(free.size())), true);
    }
    if (!all || asked.isEmpty()) {
      return left.isEmpty();
    }
    ask(asked);
    return true;
  }

  private void ask(List<GeneratedAnswer.Call> asked) {
    for (GeneratedAnswer.Call call : asked) {
      log.add(
          RunEvents.approvalRequired(
              "apr_" + call.id(),
              call.id(),
              call.name(),
              call.args(),
              random.nextBoolean() ? "Really?" : null,
              EXPIRES));
    }
    List<Boolean> answers = new ArrayList<>();
    for (GeneratedAnswer.Call call : asked) {
      answers.add(random.nextBoolean());
      log.add(
          RunEvents.approvalResolved("apr_" + call.id(), call.id(), answers.getLast(), "owner"));
    }
    log.add(RunEvents.runResumed(3, "approval"));
    for (GeneratedAnswer.Call call : asked) {
      ended(call, answers.removeFirst());
    }
  }

  private void ended(GeneratedAnswer.Call call, boolean allowed) {
    left.remove(call);
    boolean fails = random.nextInt(5) == 0;
    if (allowed && !fails) {
      log.add(TurnEvents.toolResult(call.id(), call.name(), GeneratedText.value(random), 41, null));
      return;
    }
    String code = allowed ? "TOOL_TIMEOUT" : "TOOL_DENIED";
    log.add(TurnEvents.toolFailure(call.id(), call.name(), code, "It was not done.", 0));
  }
}
