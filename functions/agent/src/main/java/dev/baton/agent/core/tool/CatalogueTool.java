package dev.baton.agent.core.tool;

/**
 * A command of the catalogue, as far as it matters for tools.
 *
 * @param name its name
 * @param category its category
 * @param agentFriendly whether it is meant for agents
 * @param mutation whether it changes something
 * @param offered whether an agent may have it at all: it is exposed to agents and hands nothing off
 */
public record CatalogueTool(
    String name, String category, boolean agentFriendly, boolean mutation, boolean offered) {}
