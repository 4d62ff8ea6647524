package dev.baton.local.graph.control;

import dev.baton.local.graph.api.CallLog;
import dev.baton.local.graph.fault.FaultRules;
import dev.baton.local.graph.messenger.Messenger;
import dev.baton.local.graph.messenger.ParticipantActs;
import dev.baton.local.graph.messenger.ThreadControl;
import dev.baton.local.graph.participant.Participants;
import dev.baton.local.graph.partner.PartnerApps;
import dev.baton.local.graph.thread.Conversation;
import dev.baton.local.graph.thread.ParticipantKey;
import dev.baton.local.graph.webhook.DeliveryLog;
import dev.baton.local.graph.webhook.WebhookCourier;
import java.util.Optional;

/** Everything that orders reach. */
public record ControlScope(
    Messenger messenger,
    ThreadControl control,
    ParticipantActs acts,
    Participants participants,
    PartnerApps partners,
    FaultRules faults,
    WebhookCourier courier,
    DeliveryLog deliveries,
    CallLog calls) {

  /** The conversation with the page named, or the last one, or a new one with the first page. */
  Conversation conversation(String userId, Optional<String> page) {
    return messenger.conversations().of(page, userId);
  }

  /** The conversation with the page named, or the last one. */
  Conversation knownConversation(String userId, Optional<String> page) {
    return page.map(id -> messenger.conversations().find(new ParticipantKey(id, userId)))
        .orElseGet(() -> messenger.conversations().findByUser(userId))
        .orElseThrow(() ->
            ControlRefusal.unknown(
                "UNKNOWN_PARTICIPANT",
                "Nobody with the id '" + userId + "' has a conversation.",
                "Let them write first: POST /simulator/participants/"
                    + userId
                    + "/messages {\"text\":\"Hello\"}."));
  }
}
