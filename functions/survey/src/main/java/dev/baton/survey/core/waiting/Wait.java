package dev.baton.survey.core.waiting;

import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.values.Reference;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A wait as the author wrote it, compiled. Source: survey specification §5.1. */
public sealed interface Wait {

  /** True from a time on. */
  record Timeout(TimeSetting time) implements Wait {}

  /** True once a signal matched the pattern. */
  record External(JsonTemplate pattern) implements Wait {}

  /**
   * True once an app gave control back.
   *
   * @param targetAppId the app, or null for the target of the handoff, in a plain wait for any app
   * @param value the pattern that previous owner and metadata must match, or null
   */
  record HandoffReturn(@Nullable JsonTemplate targetAppId, @Nullable JsonTemplate value)
      implements Wait {}

  /** True once the participant sent a text, tap or media. */
  record UserMessage() implements Wait {}

  /** True when one of the parts or all of them are. */
  record Combined(Operator operator, List<Wait> parts) implements Wait {
    /** A wait over a copy of the parts. */
    public Combined {
      parts = List.copyOf(parts);
    }
  }

  /** How parts combine. */
  enum Operator {
    /** One part is enough. */
    OR,
    /** All parts are needed. */
    AND
  }

  /** Its leaves in order. */
  default List<Wait> leaves() {
    throw new UnsupportedOperationException();
  }

  /** The values it names. */
  default Set<Reference> references() {
    throw new UnsupportedOperationException();
  }

  /** Whether time alone makes it true some day. */
  default boolean endsByTime() {
    throw new UnsupportedOperationException();
  }
}
