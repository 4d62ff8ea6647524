package dev.baton.local.graph.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.thread.ParticipantKey;
import dev.baton.local.graph.thread.SentMessage;
import org.jspecify.annotations.Nullable;

/**
 * The items of Meta's webhook reference, each complete with sender, recipient and timestamp.
 * Source: Messenger Platform, "Webhook Events Reference".
 */
public final class Items {

  private Items() {}

  /** {@code {"message":{"mid","text"}}}. */
  public static ObjectNode text(ParticipantKey who, long at, String mid, String text) {
    ObjectNode item = fromParticipant(who, at);
    item.putObject("message").put("mid", mid).put("text", text);
    return item;
  }

  /** A tap on a quick reply; {@code payload} is null where another app owns the thread. */
  public static ObjectNode tap(
      ParticipantKey who, long at, String mid, String title, @Nullable String payload) {
    ObjectNode item = text(who, at, mid, title);
    if (payload != null && item.path("message") instanceof ObjectNode message) {
      message.putObject("quick_reply").put("payload", payload);
    }
    return item;
  }

  /** {@code {"postback":{"mid","title","payload"}}}, the payload absent if null. */
  public static ObjectNode postback(
      ParticipantKey who, long at, String mid, @Nullable String title, @Nullable String payload) {
    ObjectNode item = fromParticipant(who, at);
    ObjectNode postback = item.putObject("postback").put("mid", mid);
    if (title != null) {
      postback.put("title", title);
    }
    if (payload != null) {
      postback.put("payload", payload);
    }
    return item;
  }

  /** {@code {"message":{"mid","attachments":[{"type","payload":{"url"}}]}}}. */
  public static ObjectNode media(ParticipantKey who, long at, String mid, String type, String url) {
    ObjectNode item = fromParticipant(who, at);
    ObjectNode message = item.putObject("message").put("mid", mid);
    message
        .putArray("attachments")
        .addObject()
        .put("type", type)
        .putObject("payload")
        .put("url", url);
    return item;
  }

  /** {@code {"referral":{…}}}. */
  public static ObjectNode referral(ParticipantKey who, long at, ObjectNode referral) {
    return fromParticipant(who, at).set("referral", referral);
  }

  /** The one-time notification request that the person agreed to. */
  public static ObjectNode optin(ParticipantKey who, long at, String token, String payload) {
    ObjectNode item = fromParticipant(who, at);
    item.putObject("optin")
        .put("type", "one_time_notif_req")
        .put("one_time_notif_token", token)
        .put("payload", payload);
    return item;
  }

  /** The copy of a message that an app of the page sent. */
  public static ObjectNode echo(ParticipantKey who, long at, SentMessage sent) {
    ObjectNode item = item(who.pageId(), who.userId(), at);
    ObjectNode message = item.putObject("message").put("is_echo", true);
    putAppId(message, "app_id", sent.appId());
    message.put("mid", sent.mid());
    for (String member : new String[] {"metadata", "text"}) {
      JsonNode value = sent.message().get(member);
      if (value != null) {
        message.set(member, value);
      }
    }
    if (sent.message().has("attachment")) {
      message.putArray("attachments").add(sent.message().get("attachment"));
    }
    return item;
  }

  public static ObjectNode delivered(ParticipantKey who, long at, String mid) {
    ObjectNode item = fromParticipant(who, at);
    ObjectNode delivery = item.putObject("delivery");
    delivery.putArray("mids").add(mid);
    delivery.put("watermark", at);
    return item;
  }

  public static ObjectNode read(ParticipantKey who, long at) {
    ObjectNode item = fromParticipant(who, at);
    item.putObject("read").put("watermark", at);
    return item;
  }

  /** {@code pass_thread_control}, {@code take_thread_control} or {@code request_thread_control}. */
  public static ObjectNode control(ParticipantKey who, long at, String event, ObjectNode content) {
    return fromParticipant(who, at).set(event, content);
  }

  /** {@code app_roles}, which has no sender. */
  public static ObjectNode appRoles(String pageId, long at, ObjectNode roles) {
    ObjectNode item = Trees.object();
    item.putObject("recipient").put("id", pageId);
    item.put("timestamp", at).set("app_roles", roles);
    return item;
  }

  /** An app id as Meta mostly writes it, a number; one that does not fit stays a text. */
  public static void putAppId(ObjectNode object, String member, String appId) {
    try {
      object.put(member, Long.parseLong(appId));
    } catch (NumberFormatException noLong) {
      object.put(member, appId);
    }
  }

  private static ObjectNode fromParticipant(ParticipantKey who, long at) {
    return item(who.userId(), who.pageId(), at);
  }

  private static ObjectNode item(String sender, String recipient, long at) {
    ObjectNode item = Trees.object();
    item.putObject("sender").put("id", sender);
    item.putObject("recipient").put("id", recipient);
    item.put("timestamp", at);
    return item;
  }
}
