package dev.baton.local.graph.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.json.Trees;
import dev.baton.local.graph.messenger.Echoes;
import dev.baton.local.graph.messenger.Messenger;
import dev.baton.local.graph.messenger.PageMessages;
import dev.baton.local.graph.participant.Participants;
import dev.baton.local.graph.refusal.GraphError;
import dev.baton.local.graph.thread.Conversation;
import dev.baton.local.graph.thread.SentMessage;
import java.util.Optional;

/** {@code POST /messages}: the Send API. */
final class SendEndpoint implements Endpoint {

  private final Messenger messenger;
  private final PageMessages pageMessages;
  private final Echoes echoes;
  private final Participants participants;

  SendEndpoint(
      Messenger messenger, PageMessages pageMessages, Echoes echoes, Participants participants) {
    this.messenger = messenger;
    this.pageMessages = pageMessages;
    this.echoes = echoes;
    this.participants = participants;
  }

  @Override
  public GraphResult answer(GraphCall call) {
    Conversation conversation = call.conversation();
    if (call.body().has("sender_action") && !call.body().has("message")) {
      return new GraphResult.Done(recipient(conversation), () -> {});
    }
    Optional<GraphError> malformed = MessageShape.errorOf(call.body());
    if (malformed.isPresent()) {
      return new GraphResult.Refused(malformed.get());
    }
    String type = call.body().path("messaging_type").asText();
    boolean exempt =
        call.oneTimeToken() != null || type.equals("MESSAGE_TAG") || type.equals("UTILITY");
    ObjectNode message = MessageShape.shown((ObjectNode) call.body().path("message"));
    return switch (pageMessages.send(conversation, call.appId(), message, exempt)) {
      case PageMessages.Result.Refused(GraphError error) -> new GraphResult.Refused(error);
      case PageMessages.Result.Accepted(SentMessage sent) -> {
        if (call.oneTimeToken() != null) {
          conversation.spend(call.oneTimeToken());
        }
        yield accepted(call, sent);
      }
    };
  }

  private GraphResult accepted(GraphCall call, SentMessage sent) {
    Conversation conversation = call.conversation();
    boolean ours = call.appId().equals(messenger.ourApp());
    boolean early = messenger.rules().echoes().early();
    if (early) {
      echoes.announce(conversation, sent);
    }
    if (ours) {
      participants.beforeResponse(conversation, sent);
    }
    Runnable afterwards =
        () -> {
          if (!early) {
            echoes.announce(conversation, sent);
          }
          if (ours) {
            participants.afterResponse(conversation, sent);
          }
        };
    return new GraphResult.Done(recipient(conversation).put("message_id", sent.mid()), afterwards);
  }

  private static ObjectNode recipient(Conversation conversation) {
    return Trees.object().put("recipient_id", conversation.key().userId());
  }
}
