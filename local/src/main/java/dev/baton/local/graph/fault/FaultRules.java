package dev.baton.local.graph.fault;

import dev.baton.local.graph.time.Chance;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** All orders for faults. Every rule counts every call; the oldest that strikes has its way. */
public final class FaultRules {

  private final List<FaultRule> rules = new CopyOnWriteArrayList<>();
  private final Chance chance;
  private volatile CompletableFuture<Void> cleared = new CompletableFuture<>();

  public FaultRules(Chance chance) {
    this.chance = chance;
  }

  public void add(FaultRule rule) {
    rules.add(rule);
  }

  public List<FaultRule> all() {
    return List.copyOf(rules);
  }

  /** False if there is no such rule. */
  public boolean remove(String id) {
    return rules.removeIf(rule -> rule.id().equals(id));
  }

  /** Removes all rules and ends every hanging call. */
  public synchronized void clear() {
    rules.clear();
    CompletableFuture<Void> before = cleared;
    cleared = new CompletableFuture<>();
    before.complete(null);
  }

  /** Completed when the rules of today are cleared: the end of a hanging call. */
  public CompletableFuture<Void> cleared() {
    return cleared;
  }

  public Optional<FaultRule.Fault> strike(FaultFilter.Call call) {
    FaultRule first = null;
    for (FaultRule rule : rules) {
      if (rule.strikes(call, chance) && first == null) {
        first = rule;
      }
    }
    return Optional.ofNullable(first).map(FaultRule::fault);
  }
}
