package dev.baton.agent.core.run;

import java.util.HashMap;
import java.util.Map;

/**
 * What a run promises, kept a second time and more simply: where it is, since when, who holds it,
 * what was answered. Written from the specification, not from the machine.
 */
final class RunModel {
  private static final long SECOND = 1_000;

  private final Map<String, Boolean> answers = new HashMap<>();
  private final Map<String, Long> open = new HashMap<>();
  private String state = "queued";
  private long since = Runs.START;
  private long heard;
  private long epoch;
  private int restarts;
  private boolean flagged;

  String state() {
    return state;
  }

  long epoch() {
    return epoch;
  }

  boolean isOver() {
    return state.equals("done") || state.equals("error") || state.equals("cancelled");
  }

  /** What the clock alone has brought about. */
  void passed(long now) {
    switch (state) {
      case "queued" -> endIf(now >= since + 120 * SECOND, now);
      case "running" -> endIf(now >= heard + 20 * SECOND, now);
      case "awaiting_approval" -> silence(now);
      case "handing_over" -> {
        if (now >= since + 60 * SECOND) {
          restarts++;
          since = now;
          endIf(restarts > 2, now);
        }
      }
      default -> {}
    }
  }

  private void silence(long now) {
    open.entrySet().removeIf(call -> now >= call.getValue());
    if (open.isEmpty()) {
      handedOver(now);
    }
  }

  private void endIf(boolean due, long now) {
    if (due) {
      enter(flagged ? "cancelled" : "error", now);
    }
  }

  boolean take(long now) {
    boolean free = state.equals("queued") || state.equals("handing_over");
    if (free) {
      epoch++;
      restarts = 0;
      enter("running", now);
      heard = now;
    }
    return free;
  }

  boolean hears(long someEpoch) {
    return state.equals("running") && epoch == someEpoch;
  }

  void heard(long now) {
    heard = now;
  }

  void waits(Map<String, Long> calls, long now) {
    if (flagged) {
      enter("cancelled", now);
    } else if (calls.isEmpty()) {
      handedOver(now);
    } else {
      open.putAll(calls);
      enter("awaiting_approval", now);
    }
  }

  void leaves(long now) {
    if (flagged) {
      enter("cancelled", now);
    } else {
      handedOver(now);
    }
  }

  void ends(String how, long now) {
    enter(how, now);
  }

  /** Whether it counts. */
  boolean answered(String id, boolean yes, long now) {
    if (!state.equals("awaiting_approval") || !open.containsKey(id)) {
      return false;
    }
    open.remove(id);
    answers.put(id, yes);
    if (open.isEmpty()) {
      handedOver(now);
    }
    return true;
  }

  void cancelled(long now) {
    if (state.equals("running")) {
      flagged = true;
    } else if (!isOver()) {
      enter("cancelled", now);
    }
  }

  private void handedOver(long now) {
    restarts = 0;
    enter("handing_over", now);
  }

  private void enter(String next, long now) {
    state = next;
    since = now;
  }
}
