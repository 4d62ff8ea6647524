package dev.baton.survey.core.form.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** How many messages one turn can send: without end, or more than anybody reads. */
final class TurnRules implements Rule {
  private static final int MOST_MESSAGES = 25;

  @Override
  public void check(Inspection form) {
    FlowGraph graph = form.graph();
    int[] messages = new int[graph.size()];
    BitSet endless = measure(graph, messages);
    sayEndless(form, endless);
    BitSet inside = insideBursts(graph, messages);
    for (int index = 0; index < graph.size(); index++) {
      if (messages[index] > MOST_MESSAGES && !inside.get(index)) {
        form.say(
            form.source(graph.field(index))
                .location()
                .error(
                    "message-burst",
                    "up to " + messages[index] + " messages are sent at once from here",
                    "Put a question or a wait in between; 25 messages at once are the limit."));
      }
    }
  }

  /**
   * Fills in the longest turn from each field, from its end backwards; what is left over leads into
   * a cycle.
   */
  private static BitSet measure(FlowGraph graph, int[] messages) {
    List<List<Integer>> predecessors = predecessors(graph);
    int[] open = new int[graph.size()];
    Deque<Integer> done = new ArrayDeque<>();
    for (int index = 0; index < graph.size(); index++) {
      open[index] = graph.passes(index) ? graph.successors(index).size() : 0;
      if (open[index] == 0) {
        done.add(index);
      }
    }
    Arrays.fill(messages, 1);
    BitSet left = new BitSet();
    left.set(0, graph.size());
    while (!done.isEmpty()) {
      int index = done.pop();
      left.clear(index);
      for (int before : predecessors.get(index)) {
        messages[before] = Math.max(messages[before], 1 + messages[index]);
        open[before]--;
        if (open[before] == 0) {
          done.add(before);
        }
      }
    }
    return left;
  }

  /** For each field those that the same turn can come from. */
  private static List<List<Integer>> predecessors(FlowGraph graph) {
    List<List<Integer>> predecessors = new ArrayList<>();
    for (int index = 0; index < graph.size(); index++) {
      predecessors.add(new ArrayList<>());
    }
    for (int index = 0; index < graph.size(); index++) {
      if (graph.passes(index)) {
        for (int next : graph.successors(index)) {
          predecessors.get(next).add(index);
        }
      }
    }
    return predecessors;
  }

  /** The fields that a longer turn comes through on its way. */
  private static BitSet insideBursts(FlowGraph graph, int[] messages) {
    BitSet inside = new BitSet();
    for (int before = 0; before < graph.size(); before++) {
      if (graph.passes(before)) {
        for (int next : graph.successors(before)) {
          inside.set(next, inside.get(next) || messages[before] > messages[next]);
        }
      }
    }
    return inside;
  }

  private static void sayEndless(Inspection form, BitSet endless) {
    FlowGraph graph = form.graph();
    BitSet open = (BitSet) endless.clone();
    for (int start = open.nextSetBit(0); start >= 0; start = open.nextSetBit(start + 1)) {
      List<Integer> walk = new ArrayList<>();
      int index = start;
      while (open.get(index)) {
        open.clear(index);
        walk.add(index);
        index = nextIn(graph, endless, index);
      }
      int from = walk.indexOf(index);
      if (from >= 0) {
        sayCycle(form, walk.subList(from, walk.size()));
      }
    }
  }

  private static int nextIn(FlowGraph graph, BitSet endless, int index) {
    return graph.successors(index).stream().filter(endless::get).findFirst().orElseThrow();
  }

  private static void sayCycle(Inspection form, List<Integer> cycle) {
    FlowGraph graph = form.graph();
    String refs =
        cycle.stream()
            .map(index -> "'" + graph.field(index).ref() + "'")
            .collect(Collectors.joining(", "));
    form.say(
        form.source(graph.field(cycle.getFirst()))
            .location()
            .error(
                "endless-statements",
                refs + " can follow each other for ever without a question or a wait",
                "Put a question or a wait between them, or change the jump."));
  }
}
