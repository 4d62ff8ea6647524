package dev.baton.local.graph.fault;

import java.util.Set;

/**
 * When among the calls that it counts a rule strikes.
 *
 * @param nth only these calls, counted from 1; empty is any
 * @param after not before more than this many calls came
 * @param times at most this often, 0 is without end
 * @param probability 0 to 1, decided after everything else
 * @param perUser counts calls and strikes for each recipient by itself
 */
public record FaultTurn(
    Set<Integer> nth, int after, int times, double probability, boolean perUser) {

  boolean comes(int calls, int strikes) {
    return (nth.isEmpty() || nth.contains(calls))
        && calls > after
        && (times == 0 || strikes < times);
  }
}
