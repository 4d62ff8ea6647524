package dev.baton.agent.core.event;

import dev.baton.core.json.JsonObject;

/**
 * An event that has no place in a log yet.
 *
 * @param type its type
 * @param payload its own members, without those that every logged event has
 */
public record AgentEvent(EventType type, JsonObject payload) {}
