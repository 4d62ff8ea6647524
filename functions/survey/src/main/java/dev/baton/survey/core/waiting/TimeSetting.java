package dev.baton.survey.core.waiting;

import dev.baton.survey.core.text.JsonTemplate;
import dev.baton.survey.core.values.Reference;
import java.util.Set;

/** When a timeout leaf becomes true. Source: survey specification §5.2. */
public sealed interface TimeSetting {

  /** So many milliseconds after the wait is armed. */
  record After(long milliseconds) implements TimeSetting {}

  /** At that time, in milliseconds since 1970. */
  record At(long instant) implements TimeSetting {}

  /** Written with a placeholder: read when the wait is armed. */
  record Inserted(JsonTemplate time) implements TimeSetting {}

  /** The values it names. */
  default Set<Reference> references() {
    return this instanceof Inserted(JsonTemplate time) ? time.references() : Set.of();
  }
}
