package dev.baton.survey.core.waiting;

import dev.baton.core.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One node of an armed wait. */
public sealed interface ArmedNode {

  /** True from the deadline on, in milliseconds since 1970. */
  record Timeout(long deadline) implements ArmedNode {}

  /** True once a signal matched. */
  record External(Json pattern) implements ArmedNode {}

  /** True once that app, or any when absent, gave control back with something that matches. */
  record HandoffReturn(@Nullable String targetAppId, @Nullable Json value) implements ArmedNode {}

  /** True once the participant wrote. */
  record UserMessage() implements ArmedNode {}

  /** True when one or all of the parts are. */
  record Combined(Wait.Operator operator, List<ArmedNode> parts) implements ArmedNode {
    /** A node over a copy of the parts. */
    public Combined {
      parts = List.copyOf(parts);
    }
  }
}
