package dev.baton.agent.store;

/**
 * That a connection wants the events of its session.
 *
 * @param connectionId the connection
 * @param live whether pushes reach it; before that it is still being given what is there already
 */
public record Subscription(String connectionId, boolean live) {}
