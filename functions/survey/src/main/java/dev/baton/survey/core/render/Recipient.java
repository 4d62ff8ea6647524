package dev.baton.survey.core.render;

import dev.baton.core.json.JsonObject;

/** Whom a message goes to. Source: survey spec §3.1. */
public sealed interface Recipient {

  /**
   * The participant.
   *
   * @param userId the page-scoped id
   */
  record Person(String userId) implements Recipient {}

  /**
   * The participant, by the permission for one message.
   *
   * @param token the one-time token, used once
   */
  record OneTimeToken(String token) implements Recipient {}

  /** The recipient as the request names it. */
  default JsonObject toJson() {
    return switch (this) {
      case Person(String userId) -> JsonObject.builder().put("id", userId).build();
      case OneTimeToken(String token) ->
          JsonObject.builder().put("one_time_notif_token", token).build();
    };
  }
}
