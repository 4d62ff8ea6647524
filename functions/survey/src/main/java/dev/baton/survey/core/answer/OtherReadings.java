package dev.baton.survey.core.answer;

import dev.baton.core.json.JsonText;
import org.jspecify.annotations.Nullable;

/** Reads replies to fields that ask for something else than words. */
final class OtherReadings {
  private OtherReadings() {}

  static Reading upload(Reply reply, @Nullable String type) {
    boolean accepted =
        reply instanceof Reply.Media(String kind, String url, String id)
            && (url != null || id != null)
            && (type == null || type.equals(kind));
    return accepted ? anything(reply) : new Reading.Rejected(MessageKeys.MUST_ENTER);
  }

  static Reading anything(Reply reply) {
    return new Reading.Accepted(reply.response(), new JsonText(reply.response()));
  }

  static Reading optin(Reply reply) {
    return reply instanceof Reply.OptedIn
        ? anything(reply)
        : new Reading.Rejected(MessageKeys.MUST_SELECT);
  }
}
