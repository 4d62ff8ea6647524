package dev.baton.local.graph.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.thread.Conversation;
import dev.baton.local.graph.thread.Line;
import dev.baton.local.graph.thread.Ownership;
import dev.baton.local.graph.thread.SentMessage.Button;
import dev.baton.local.graph.webhook.Channel;
import dev.baton.local.graph.webhook.Delivery;
import dev.baton.local.graph.webhook.Items;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What people do: write, tap, send media, open links, agree to notifications. */
public final class ParticipantActs {

  private final Messenger messenger;
  private final ThreadControl control;

  public ParticipantActs(Messenger messenger, ThreadControl control) {
    this.messenger = messenger;
    this.control = control;
  }

  /**
   * How an act deviates from the ordinary.
   *
   * @param mid instead of a new one; empty for none at all
   * @param at instead of now, milliseconds since 1970
   */
  public record Deviation(@Nullable String mid, @Nullable Long at) {
    public static final Deviation NONE = new Deviation(null, null);
  }

  /**
   * What was done.
   *
   * @param told the first attempt to tell our app
   */
  public record Done(
      String mid, long at, Channel channel, CompletableFuture<Delivery.Attempt> told) {}

  public Done text(Conversation conversation, String text, Deviation deviation) {
    Start start = start(conversation, deviation);
    return finish(
        conversation,
        start,
        new Line(start.at(), "participant", "text", text, start.details()),
        Items.text(conversation.key(), start.at(), start.mid(), text));
  }

  /** The tap of a button; whose payload our app does not see while another app owns the thread. */
  public Done tap(Conversation conversation, Button button, Deviation deviation) {
    Start start = start(conversation, deviation);
    String payload = start.channel() == Channel.STANDBY ? null : button.payload();
    ObjectNode item =
        button.postback()
            ? Items.postback(conversation.key(), start.at(), start.mid(), button.title(), payload)
            : Items.tap(conversation.key(), start.at(), start.mid(), button.title(), payload);
    String kind = button.postback() ? "postback" : "tap";
    return finish(
        conversation,
        start,
        new Line(start.at(), "participant", kind, button.title(), start.details()),
        item);
  }

  public Done media(Conversation conversation, String type, String url, Deviation deviation) {
    Start start = start(conversation, deviation);
    return finish(
        conversation,
        start,
        new Line(start.at(), "participant", "media", url, start.details().put("type", type)),
        Items.media(conversation.key(), start.at(), start.mid(), type, url));
  }

  /**
   * A link such as {@code https://m.me/PAGE?ref=REF} is opened. Where another app owns the thread
   * our app still hears of it: the default app gets what comes by a link.
   *
   * @param viaGetStarted a new conversation: the referral rides on the Get Started postback
   */
  public Done referral(
      Conversation conversation, ObjectNode referral, boolean viaGetStarted, Deviation deviation) {
    Start start = start(conversation, deviation).in(Channel.MESSAGING);
    ObjectNode item = Items.referral(conversation.key(), start.at(), referral);
    if (viaGetStarted) {
      item =
          Items.postback(conversation.key(), start.at(), start.mid(), "Get Started", "get_started");
      item.withObjectProperty("postback").set("referral", referral);
    }
    String ref = referral.path("ref").asText("");
    return finish(
        conversation,
        start,
        new Line(start.at(), "participant", "referral", ref, Trees.object()),
        item);
  }

  /** The person agrees to be notified once; the token that allows it is granted. */
  public Done optin(Conversation conversation, String payload, Deviation deviation) {
    Start start = start(conversation, deviation);
    String token = messenger.newId("token");
    conversation.grant(token);
    return finish(
        conversation,
        start,
        new Line(start.at(), "participant", "optin", payload, Trees.object().put("token", token)),
        Items.optin(conversation.key(), start.at(), token, payload));
  }

  private Start start(Conversation conversation, Deviation deviation) {
    conversation.own(owner ->
        owner.isIdle()
            ? new Ownership(messenger.rules().routing().defaultApp(), messenger.now())
            : owner);
    control.watch(conversation);
    String mid = deviation.mid() == null ? messenger.newId("m") : deviation.mid();
    long at = deviation.at() == null ? messenger.stamp(conversation) : deviation.at();
    return new Start(mid, at, messenger.channel(conversation));
  }

  private Done finish(Conversation conversation, Start start, Line line, ObjectNode item) {
    conversation.add(line);
    if (start.mid().isEmpty()) {
      item.properties().forEach(member -> dropMid(member.getValue()));
    }
    return new Done(
        start.mid(),
        start.at(),
        start.channel(),
        messenger.tell(conversation, start.channel(), item));
  }

  private static void dropMid(JsonNode content) {
    if (content instanceof ObjectNode object) {
      object.remove("mid");
    }
  }

  private record Start(String mid, long at, Channel channel) {
    ObjectNode details() {
      return Trees.object().put("mid", mid);
    }

    Start in(Channel other) {
      return new Start(mid, at, other);
    }
  }
}
