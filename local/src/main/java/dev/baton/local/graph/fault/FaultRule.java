package dev.baton.local.graph.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.time.Chance;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One order for faults and how often it was carried out. Safe for use by many threads. */
public final class FaultRule {

  private final String id;
  private final ObjectNode asGiven;
  private final FaultFilter filter;
  private final FaultTurn turn;
  private final Fault fault;
  private final Map<String, Integer> calls = new HashMap<>();
  private final Map<String, Integer> strikes = new HashMap<>();

  /**
   * A fault.
   *
   * @param delay before the answer, or before the connection is cut
   * @param performed the Graph API did what it was asked, only its answer is not what it was
   */
  public record Fault(FaultEffect effect, Duration delay, boolean performed) {}

  public FaultRule(String id, ObjectNode asGiven, FaultFilter filter, FaultTurn turn, Fault fault) {
    this.id = id;
    this.asGiven = asGiven;
    this.filter = filter;
    this.turn = turn;
    this.fault = fault;
  }

  public String id() {
    return id;
  }

  public Fault fault() {
    return fault;
  }

  /** Counts the call and tells whether this rule strikes it. */
  synchronized boolean strikes(FaultFilter.Call call, Chance chance) {
    if (!filter.matches(call)) {
      return false;
    }
    String counter = turn.perUser() ? call.userId() : "";
    int count = calls.merge(counter, 1, Integer::sum);
    boolean strikes =
        turn.comes(count, this.strikes.getOrDefault(counter, 0))
            && (turn.probability() >= 1 || chance.happens(turn.probability()));
    if (strikes) {
      this.strikes.merge(counter, 1, Integer::sum);
    }
    return strikes;
  }

  /** The order as it was given, with its id and its counts. */
  public synchronized ObjectNode toJson() {
    ObjectNode json = asGiven.deepCopy();
    json.put("id", id);
    json.put("calls", calls.values().stream().mapToInt(Integer::intValue).sum());
    json.put("strikes", strikes.values().stream().mapToInt(Integer::intValue).sum());
    return json;
  }
}
