package dev.baton.agent.start;

import dev.baton.agent.core.model.Models;

/**
 * The models that there are.
 *
 * @param usual the one that is taken when nobody asks for another
 * @param known all of them
 */
record AgentModels(String usual, Models known) {}
