package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One node of an armed wait. Source: survey specification §5.3. */
public sealed interface ArmedNode {

  /** A node with a bit of its own. */
  sealed interface Leaf extends ArmedNode {
    /** The number of its bit: leaves in document order from 0. */
    int index();
  }

  /** True from the deadline on, in milliseconds since 1970. */
  record Timeout(int index, long deadline) implements Leaf {}

  /** True once a signal matched. */
  record External(int index, Json pattern) implements Leaf {}

  /** True once that app, or any when absent, gave control back with something that matches. */
  record HandoffReturn(int index, @Nullable String targetAppId, @Nullable Json value)
      implements Leaf {}

  /** True once the participant wrote. */
  record UserMessage(int index) implements Leaf {}

  /** True when one or all of the parts are. */
  record Combined(Wait.Operator operator, List<ArmedNode> parts) implements ArmedNode {
    /** A node over a copy of the parts. */
    public Combined {
      parts = List.copyOf(parts);
    }
  }

  /** Whether it is true by these bits. */
  default boolean isTrue(long bits) {
    return switch (this) {
      case Leaf leaf -> (bits >> leaf.index() & 1) == 1;
      case Combined(Wait.Operator operator, List<ArmedNode> parts) ->
          switch (operator) {
            case OR -> parts.stream().anyMatch(part -> part.isTrue(bits));
            case AND -> parts.stream().allMatch(part -> part.isTrue(bits));
          };
    };
  }

  /**
   * The earliest time at which time alone makes it true: a set leaf −∞, a timeout its deadline, an
   * unset event +∞. −∞ and +∞ are the lowest and highest long. Source: survey specification §5.4.
   */
  default long due(long bits) {
    return switch (this) {
      case Leaf leaf when isTrue(bits) -> Long.MIN_VALUE;
      case Timeout(int index, long deadline) -> deadline;
      case Leaf event -> Long.MAX_VALUE;
      case Combined(Wait.Operator operator, List<ArmedNode> parts) ->
          switch (operator) {
            case OR ->
                parts.stream().mapToLong(part -> part.due(bits)).min().orElse(Long.MAX_VALUE);
            case AND ->
                parts.stream().mapToLong(part -> part.due(bits)).max().orElse(Long.MIN_VALUE);
          };
    };
  }

  /** The leaves in order. */
  default List<Leaf> leaves() {
    return switch (this) {
      case Leaf leaf -> List.of(leaf);
      case Combined(Wait.Operator operator, List<ArmedNode> parts) ->
          parts.stream().flatMap(part -> part.leaves().stream()).toList();
    };
  }
}
