package dev.baton.survey.core.waiting;

import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.values.Reference;
import java.util.LinkedHashSet;
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
    return this instanceof Combined(Operator operator, List<Wait> parts)
        ? parts.stream().flatMap(part -> part.leaves().stream()).toList()
        : List.of(this);
  }

  /** The values it names, in order. */
  default Set<Reference> references() {
    Set<Reference> references = new LinkedHashSet<>();
    switch (this) {
      case Timeout(TimeSetting time) -> references.addAll(time.references());
      case External(JsonTemplate pattern) -> references.addAll(pattern.references());
      case HandoffReturn(JsonTemplate targetAppId, JsonTemplate value) -> {
        references.addAll(targetAppId == null ? Set.of() : targetAppId.references());
        references.addAll(value == null ? Set.of() : value.references());
      }
      case UserMessage message -> {}
      case Combined(Operator operator, List<Wait> parts) ->
          parts.forEach(part -> references.addAll(part.references()));
    }
    return references;
  }

  /** Whether time alone makes it true some day. */
  default boolean endsByTime() {
    return switch (this) {
      case Timeout timeout -> true;
      case External external -> false;
      case HandoffReturn handoffReturn -> false;
      case UserMessage message -> false;
      case Combined(Operator operator, List<Wait> parts) ->
          switch (operator) {
            case OR -> parts.stream().anyMatch(Wait::endsByTime);
            case AND -> parts.stream().allMatch(Wait::endsByTime);
          };
    };
  }
}
