package dev.baton.survey.core.answer;

import dev.baton.core.json.Json;
import dev.baton.survey.core.values.StoredAnswer;

/** What a field made of a reply. */
public sealed interface Reading {

  /**
   * The reply is an answer.
   *
   * @param response the answer as text, for choices the label
   * @param value its typed reading, see {@link StoredAnswer}
   */
  record Accepted(String response, Json value) implements Reading {}

  /**
   * The reply is no answer.
   *
   * @param messageKey the key of the form's message that says so
   */
  record Rejected(String messageKey) implements Reading {}
}
