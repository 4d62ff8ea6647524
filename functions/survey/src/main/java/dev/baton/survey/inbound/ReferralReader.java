package dev.baton.survey.inbound;

import dev.baton.core.json.Json;
import dev.baton.core.json.JsonObject;
import dev.baton.survey.core.inbound.Happening.Referral;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the referral of an element, in any of the places where Messenger puts one. Source: survey
 * spec §2.2.
 */
final class ReferralReader {
  private static final String GET_STARTED = "get_started";
  private static final String REFERRAL = "referral";

  private ReferralReader() {}

  /**
   * The referral, or null where the element is none.
   *
   * @param chosen the payload of the message's quick reply
   * @param pressed the payload of the postback
   */
  static @Nullable Referral read(JsonObject item, Payload chosen, Payload pressed) {
    JsonObject plain = item.object(REFERRAL);
    if (plain != null) {
      return of(plain);
    }
    JsonObject postback = item.object("postback");
    if (postback != null) {
      return ofPostback(postback, pressed);
    }
    JsonObject message = item.object("message");
    return message == null || ItemReader.isTrue(message, "is_echo")
        ? null
        : ofMessage(message, chosen);
  }

  private static @Nullable Referral ofPostback(JsonObject postback, Payload pressed) {
    JsonObject direct = postback.object(REFERRAL);
    if (direct != null) {
      return of(direct);
    }
    Referral carried = inPayload(pressed);
    if (carried != null) {
      return carried;
    }
    String payload = postback.text("payload");
    return payload != null && payload.toLowerCase(Locale.ROOT).equals(GET_STARTED)
        ? new Referral(null, null)
        : null;
  }

  private static @Nullable Referral ofMessage(JsonObject message, Payload chosen) {
    Referral carried = inPayload(chosen);
    if (carried != null) {
      return carried;
    }
    JsonObject direct = message.object(REFERRAL);
    return direct != null && direct.has("ref") ? of(direct) : null;
  }

  private static @Nullable Referral inPayload(Payload payload) {
    JsonObject members = payload.members();
    Json referral = members == null ? null : members.get(REFERRAL);
    if (referral instanceof JsonObject object) {
      return of(object);
    }
    String ref = Texts.scalar(referral);
    return ref == null ? null : new Referral(ref, null);
  }

  private static Referral of(JsonObject referral) {
    String ref = Texts.scalar(referral.get("ref"));
    return new Referral(
        ref == null || ref.isEmpty() ? null : ref, Texts.scalar(referral.get("ad_id")));
  }
}
