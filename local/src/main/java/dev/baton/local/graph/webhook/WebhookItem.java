package dev.baton.local.graph.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.local.graph.thread.ParticipantKey;

/** One thing that happened in one conversation, as an element of the given array of an entry. */
public record WebhookItem(ParticipantKey participant, Channel channel, ObjectNode json) {}
